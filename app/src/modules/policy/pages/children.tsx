import { PupilPage } from '../../../web/layout/pupil-page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { ReadAloud } from '../../../web/layout/read-aloud.js'
import { Picture } from '../../../web/pictures/picture.js'
import type { PictureName } from '../../../web/pictures/picture.js'
import type { PolicyDocument } from '../document/policy-document.js'

export interface ChildrenPageProps {
  readonly frame: Frame
  readonly document: PolicyDocument
  readonly urls: { readonly home: string; readonly pdf: string; readonly other: string; readonly bother: string }
}

/** What stands beside a promise for the youngest, where one of our pictures says the same. */
const pictured: Readonly<Record<string, PictureName>> = {
  'danger-first': 'grown-ups',
  'any-worry-counts': 'tell-us',
  'screen-away': 'put-away',
  'child-is-heard': 'grown-ups',
  'name-not-needed': 'no-name',
  'help-shown': 'phone',
}

const words = { home: 'Start again:', skip: 'Skip to the main part', leave: 'Leave', keeps: 'This page keeps' }

/** The policy for children: the same promises, in their words, big and read aloud. Nothing about grown-ups' duties. */
export function ChildrenPage({ frame, document, urls }: ChildrenPageProps) {
  const young = document.wording === 'ks1'
  const title = young ? 'How we keep you safe' : 'How we keep you safe online'
  const sections = [...document.front.map(({ heading, lines }) => ({ title: heading, lines })), ...document.parts]
  const help = document.pack.help.find(({ for: whom, phone }) => whom.includes('pupil') && phone && phone !== '999')
  return (
    <PupilPage frame={frame} title={title} lang="en-GB" homeUrl={urls.home} words={words}>
      <div class="opening">
        <Picture name="hedgehog-hello" />
        <div>
          <h1 id="title">{title}</h1>
          <p id="lead" class="lead">
            {young ? 'These are our promises to you.' : 'These are our promises to you, and a few to each other.'}
          </p>
          <ReadAloud of={['title', 'lead', ...(young ? ['promises'] : [])]} label="Read this to me" shown />
        </div>
      </div>
      <div id="promises">
        {sections.map(({ title: heading, lines }, at) => (
          <section class="promise-part">
            {!young && (
              <h2 id={`s${at}`}>
                {heading} <ReadAloud of={[`s${at}`, `l${at}`]} label={`Read “${heading}” to me`} />
              </h2>
            )}
            <ul id={`l${at}`} class="promise-list">
              {lines.map(({ id, text }) => (
                <li class="promise" id={id}>
                  {young && <Picture name={pictured[id] ?? 'hedgehog-hello'} />}
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p class="promise-ends">
        <a class="button" href={urls.bother}>
          Something worries me
        </a>
        <a href={urls.pdf}>Print it</a>
        <a href={urls.other}>{young ? 'For older children' : 'For younger children'}</a>
      </p>
      {help && (
        <p class="promise-help">
          You can also ring {help.title}: <strong>{help.phone}</strong>
        </p>
      )}
    </PupilPage>
  )
}
