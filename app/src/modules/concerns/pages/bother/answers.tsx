import type { JSX } from 'preact'
import { Form } from '../../../../web/components/app/form.js'
import { ReadAloud } from '../../../../web/layout/read-aloud.js'
import { SignPicture } from '../../../../web/pictures/signs.js'
import { longestTold } from './bother-draft.js'
import type { BotherFrame, BotherProblem } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { Problem } from './tell-form.js'
import { sayFrom, type Say } from './words.js'

/** One message, oldest first in the list. */
export interface BotherMessage {
  readonly id: string
  readonly from: 'child' | 'grown-up'
  /** Who answered, as children know them: 'Mrs Okafor'. Never the child's name: whoever holds the words may read this. */
  readonly who?: string
  readonly text: string
  /** As people say it: 'Tuesday morning', 'today'. */
  readonly when: string
  /** Not shown to this child before. */
  readonly isNew: boolean
}

/** How the talk stands. */
export type TalkState = 'answered' | 'waiting' | 'late'

/** The talk between a child and the school, opened with the three words. */
export interface AnswersProps {
  readonly bother: BotherFrame
  readonly messages: readonly BotherMessage[]
  readonly state: TalkState
  /** When the next answer comes, 'Tuesday home time'; unused once answered. */
  readonly answerBy: string
  /** The child has just written again. */
  readonly justSent?: boolean
  /** Hidden fields that keep the talk open for the next message: a short-lived pass, never the words. */
  readonly pass: Readonly<Record<string, string>>
  readonly problem?: BotherProblem
  /** What was typed when something had to be put right. */
  readonly typed?: string
}

/** The answer first if there is one, then the whole talk, then a box to write again. */
export function Answers({
  bother,
  messages,
  state,
  answerBy,
  justSent = false,
  pass,
  problem,
  typed = '',
}: AnswersProps) {
  const say = sayFrom(bother.words)
  const news = messages.filter(unread)
  const before = messages.filter((message) => !unread(message))
  return (
    <BotherPage
      bother={bother}
      title={news.length > 0 ? 'answers.new' : 'answers.none'}
      lead={standing(say, { state, answerBy, justSent })}
      picture={news.length > 0 ? 'hedgehog-note' : 'hedgehog-waiting'}
      wrong={problem !== undefined}
    >
      <Talk
        title={<h2 class="for-ears">{say('answers.read')}</h2>}
        messages={news.length > 0 ? news : messages}
        say={say}
      />
      {news.length === 0 || before.length === 0 ? null : (
        <Talk title={<h2>{say('answers.before')}</h2>} messages={before} say={say} />
      )}
      <Form action={bother.urls.return} classes="tell">
        {Object.entries(pass).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="field">
          <label for="more">{say('answers.write')}</label>
          <p class="hint" id="more-hint">
            {say('answers.write.hint')}
          </p>
          <Problem id="problem" problem={problem} />
          <textarea
            id="more"
            name="more"
            rows={4}
            autocomplete="off"
            data-longest={longestTold}
            aria-invalid={problem === undefined ? undefined : 'true'}
            aria-describedby={problem === undefined ? 'more-hint' : 'more-hint problem'}
          >
            {typed}
          </textarea>
        </div>
        <div class="buttons">
          <button class="button" type="submit" name="go" value="write">
            {say('answers.send')}
            <SignPicture name="onward" />
          </button>
          <a class="button button-quiet" href={bother.urls.start} data-leave-behind>
            {say('answers.close')}
          </a>
        </div>
      </Form>
    </BotherPage>
  )
}

function unread({ isNew, from }: BotherMessage): boolean {
  return isNew && from === 'grown-up'
}

interface TalkProps {
  readonly title: JSX.Element
  readonly messages: readonly BotherMessage[]
  readonly say: Say
}

function Talk({ title, messages, say }: TalkProps): JSX.Element {
  return (
    <>
      {title}
      <ol class="talk">
        {messages.map((message) => (
          <Message key={message.id} message={message} say={say} />
        ))}
      </ol>
    </>
  )
}

/** One sentence on how the talk stands; none when there is an answer to read. */
function standing(say: Say, { state, answerBy, justSent }: Pick<AnswersProps, 'state' | 'answerBy' | 'justSent'>) {
  if (justSent) return say('answers.kept', { day: answerBy })
  if (state === 'late') return say('answers.late')
  return state === 'waiting' ? say('answers.wait', { day: answerBy }) : undefined
}

function Message({ message, say }: { readonly message: BotherMessage; readonly say: Say }): JSX.Element {
  const { id, from, who, text, when } = message
  const mine = from === 'child'
  return (
    <li class={mine ? 'message message-mine' : 'message'}>
      <p class="message-who" id={`${id}-who`}>
        <b>{mine ? say('answers.you') : who}</b> <span>{when}</span>
        {unread(message) ? <strong class="new">{say('answers.tag')}</strong> : null}
      </p>
      <div class="message-text" id={`${id}-text`}>
        {text.split(/\n+/).map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </div>
      <ReadAloud of={[`${id}-who`, `${id}-text`]} label={say('page.read')} />
    </li>
  )
}
