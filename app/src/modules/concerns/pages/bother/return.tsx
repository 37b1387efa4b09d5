import type { JSX } from 'preact'
import { Form } from '../../../../web/components/app/form.js'
import { SignPicture } from '../../../../web/pictures/signs.js'
import type { BotherFrame } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { Problem } from './tell-form.js'
import { sayFrom, type Say } from './words.js'

/** One box: what was typed, and what is wrong with it. */
export interface TypedWord {
  readonly typed: string
  readonly problem?: string
  /** Words of our list that are as near as each other; the child picks. */
  readonly nearest?: readonly string[]
}

/** The page that asks for the words; it never says which word was wrong of three that we know. */
export interface ReturnProps {
  readonly bother: BotherFrame
  readonly words: readonly [TypedWord, TypedWord, TypedWord]
  /** All three words are known to us but open nothing. */
  readonly problem?: string
}

const labels = ['return.1', 'return.2', 'return.3'] as const

/** Three boxes, one word each: the order is plain, and each can be put right alone. */
export function Return({ bother, words, problem }: ReturnProps): JSX.Element {
  const say = sayFrom(bother.words)
  const wrong = problem !== undefined || words.some((word) => word.problem !== undefined)
  return (
    <BotherPage
      bother={bother}
      title="return.title"
      lead={say('return.lead')}
      picture="three-words"
      wrong={wrong}
      reads={['lost', 'lost-more']}
    >
      <Form action={bother.urls.return} classes="tell">
        {/* Filled by open-with-slip.js from the printed code; never by the server. */}
        <input type="hidden" name="slip" value="" data-slip />
        <Problem id="problem" problem={problem === undefined ? undefined : { field: 'words', sentence: problem }} />
        <div class="three-boxes">
          {words.map((word, at) => (
            <WordBox key={labels[at]} word={word} at={at} say={say} />
          ))}
        </div>
        <div class="buttons">
          <button class="button button-big" type="submit" name="go" value="open">
            {say('return.open')}
            <SignPicture name="onward" />
          </button>
          <a class="button button-plain" href={bother.urls.start}>
            <SignPicture name="back" />
            {say('page.back')}
          </a>
        </div>
      </Form>
      <h2 id="lost">{say('return.lost')}</h2>
      <p id="lost-more">{say('return.lost.more')}</p>
      <div class="buttons">
        <a class="button button-quiet" href={bother.urls.tell}>
          {say('start.tell')}
        </a>
        <a class="button button-quiet" href={bother.urls.grownUp}>
          {say('start.grown-up')}
        </a>
      </div>
    </BotherPage>
  )
}

/** No remembering by the browser: on a shared tablet it would offer one child's words to the next. */
function WordBox({ word, at, say }: { readonly word: TypedWord; readonly at: number; readonly say: Say }): JSX.Element {
  const id = `word-${at + 1}`
  const { typed, problem, nearest = [] } = word
  return (
    <div class="field">
      <label for={id}>{say(labels[at] ?? 'return.1')}</label>
      <Problem id={`${id}-problem`} problem={problem === undefined ? undefined : { field: id, sentence: problem }} />
      <input
        id={id}
        name={id}
        type="text"
        value={typed}
        maxlength={40}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
      />
      {nearest.length === 0 ? null : (
        <fieldset class="nearest">
          <legend>{say('return.mean')}</legend>
          {nearest.map((near) => (
            <label key={near} class="nearest-word">
              <input type="radio" name={`mean-${at + 1}`} value={near} />
              {near}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
