import type { ComponentChildren, JSX } from 'preact'
import type { AgreementText } from '../../../engine/agreements/text.js'
import { Form } from '../../../web/components/app/form.js'
import type { Frame } from '../../../web/layout/frame.js'
import { PupilPage } from '../../../web/layout/pupil-page.js'
import { marks, stamps } from '../marks.js'
import { ReadAloud } from '../../../web/layout/read-aloud.js'
import { isPictureName, Picture } from '../../../web/pictures/picture.js'
import type { PictureName } from '../../../web/pictures/picture.js'

const words = {
  home: 'Start again:',
  skip: 'Skip to the main part',
  leave: 'Leave this page',
  keeps: 'This page keeps',
}

interface AroundProps {
  readonly frame: Frame
  readonly title: string
  readonly homeUrl: string
  readonly children: ComponentChildren
}

const Around = ({ frame, title, homeUrl, children }: AroundProps): JSX.Element => (
  <PupilPage frame={frame} title={title} lang="en-GB" homeUrl={homeUrl} words={words}>
    {children}
  </PupilPage>
)

export interface TabletCodePageProps {
  readonly frame: Frame
  readonly action: string
  readonly problem: string | null
  readonly typed: string
}

/** The first page on a tablet: the code from the teacher's screen. */
export function TabletCodePage({ frame, action, problem, typed }: TabletCodePageProps): JSX.Element {
  return (
    <Around frame={frame} title="Type the code" homeUrl={action}>
      <div class="opening">
        <Picture name="hedgehog-hello" />
        <h1 id="title">Type the code</h1>
      </div>
      <Form action={action} classes="tell">
        <div class="field">
          <label for="code">It is on the screen of whoever gave you this</label>
          {problem && (
            <p class="problem" id="code-problem">
              {problem}
            </p>
          )}
          <input
            type="text"
            id="code"
            name="code"
            value={typed}
            autocomplete="off"
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? 'code-problem' : undefined}
          />
        </div>
        <button type="submit" class="button">
          Go on
        </button>
      </Form>
    </Around>
  )
}

export interface TabletPageProps {
  readonly frame: Frame
  readonly action: string
  readonly formKey: string
  readonly text: AgreementText
  readonly pictures: boolean
  readonly className: string
  readonly left: readonly { readonly id: string; readonly name: string }[]
  /** Whoever has just signed. */
  readonly thanks: string | null
  readonly problem: string | null
  readonly chosen: string | null
}

/**
 * One page for the whole class: who are you, the promise, your picture and your mark. Without JavaScript it is one long
 * form; with it the parts come one after another, and what is signed stays on the tablet until the school has it.
 */
export function TabletPage(props: TabletPageProps): JSX.Element {
  const { frame, action, text, left, thanks, problem, className } = props
  const done = left.length === 0
  return (
    <Around frame={frame} title={text.title} homeUrl={action}>
      <div class="opening">
        <Picture name={thanks || done ? 'sent' : 'hedgehog-hello'} />
        <div>
          <h1 id="title">{done ? 'Everybody has signed' : text.title}</h1>
          <p id="lead" class="lead" data-tablet-said role="status">
            {done ? 'Please give the tablet back.' : thanks ? `Thank you, ${thanks}. Pass it on.` : text.intro}
          </p>
          <ReadAloud of={['title', 'lead']} label="Read this to me" shown />
        </div>
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="waiting" data-tablet-waiting hidden></p>
      {!done && <SigningParts {...props} />}
      <p class="for-ears">{className}</p>
    </Around>
  )
}

function SigningParts(props: TabletPageProps): JSX.Element {
  const { action, formKey, left, chosen, text, pictures } = props
  return (
    <Form action={action} classes="tell" id="signing">
      <input type="hidden" name="key" value={formKey} />
      <fieldset class="part" data-part="who">
        <legend>Who are you?</legend>
        <ul class="tiles tiles-names">
          {left.map(({ id, name }) => (
            <li class="tile-place">
              <label class="tile tile-tick">
                <input type="radio" name="child" value={id} checked={id === chosen} data-name={name} />
                <span class="tile-words">
                  <b>{name}</b>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <section class="part" data-part="read" aria-labelledby="promise-title">
        <h2 id="promise-title">{text.title}</h2>
        <ol class="signing-lines">
          {text.clauses.map((clause) => (
            <li class="signing-line">
              {clause.picture && isPictureName(clause.picture) && <Picture name={clause.picture as PictureName} />}
              <span id={`promise-${clause.id}`}>{clause.text}</span>
              <ReadAloud of={[`promise-${clause.id}`]} label="Read this to me" />
            </li>
          ))}
        </ol>
      </section>
      <section class="part" data-part="sign" aria-labelledby="sign-title">
        <h2 id="sign-title">{text.promise}</h2>
        {pictures ? <MarkChoice /> : <NameLine />}
        <button type="submit" class="button">
          I promise
        </button>
      </section>
    </Form>
  )
}

function MarkChoice(): JSX.Element {
  return (
    <>
      <fieldset>
        <legend>Choose your picture</legend>
        <ul class="tiles tiles-marks">
          {Object.entries(marks).map(([name, text]) => (
            <li class="tile-place">
              <label class="tile tile-tick">
                <input type="radio" name="mark" value={name} />
                <Picture name={name as PictureName} />
                <span class="tile-words">
                  <b>{text}</b>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset>
        <legend>Make your mark</legend>
        <ul class="tiles tiles-marks">
          {Object.entries(stamps).map(([name, text]) => (
            <li class="tile-place">
              <label class="tile tile-tick">
                <input type="radio" name="stamp" value={name} />
                <span class={`stamp stamp-${name}`} aria-hidden="true" />
                <span class="tile-words">
                  <b>{text}</b>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </>
  )
}

const NameLine = (): JSX.Element => (
  <div class="field">
    <label for="written">Write your name</label>
    <input type="text" id="written" name="written" autocomplete="off" maxlength={60} />
  </div>
)

/** The lesson is over, or the tablet was never in one. */
export function TabletOverPage({ frame, codeUrl }: { readonly frame: Frame; readonly codeUrl: string }): JSX.Element {
  return (
    <Around frame={frame} title="Give the tablet back" homeUrl={codeUrl}>
      <div class="opening">
        <Picture name="put-away" />
        <div>
          <h1 id="title">Please give the tablet back</h1>
          <p id="lead" class="lead" data-tablet-said>
            Signing is over for now. What you have signed is kept.
          </p>
        </div>
      </div>
      <p class="waiting" data-tablet-waiting hidden></p>
      <p>
        <a href={codeUrl}>Type another code</a>
      </p>
    </Around>
  )
}
