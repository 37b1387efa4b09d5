import type { ComponentChildren, JSX } from 'preact'
import { Form } from '../../../../web/components/app/form.js'
import { SignPicture } from '../../../../web/pictures/signs.js'
import { soFar, soFarField, type BotherDraft, type TellStep } from './bother-draft.js'
import type { BotherFrame, BotherProblem } from './bother-frame.js'
import type { Say } from './words.js'

/** What every page of telling is given. */
export interface TellProps {
  readonly bother: BotherFrame
  readonly draft: BotherDraft
  /** The child came by "Change" on the last page, and goes back there. */
  readonly after?: 'check' | null
  readonly problem?: BotherProblem
  /** Who reads it, as children know them ('Mrs Okafor', 'The grown-up who keeps children safe'): the other reader once `draft.adult` is ticked. */
  readonly reader: string
  /** The pack's sentence on what can and cannot stay secret (`reporting.secrecy.child`). */
  readonly secrecy: string
}

interface TellFormProps extends Pick<TellProps, 'bother' | 'draft' | 'after'> {
  readonly step: TellStep
  /** Fields that the page itself asks; all others ride along hidden. */
  readonly asks: readonly (keyof BotherDraft)[]
  readonly children: ComponentChildren
}

/**
 * One page of telling is one plain form, and the answers so far ride along in it. A draft on the server was rejected:
 * it would keep what a child decided not to send, and the key to it would have to live on a shared computer.
 */
export function TellForm({ bother, draft, after = null, step, asks, children }: TellFormProps): JSX.Element {
  return (
    <Form action={bother.urls.tell} classes="tell">
      <input type="hidden" name="step" value={step} />
      {after === null ? null : <input type="hidden" name="after" value={after} />}
      <input type="hidden" name={soFarField} value={soFar(draft, asks)} />
      {children}
    </Form>
  )
}

interface TellButtonsProps {
  readonly say: Say
  /** The page needs a button to go on; pages of tiles go on by themselves. */
  readonly next?: boolean
  /** Where "Go back" leads on the first page, which has no page of telling before it. */
  readonly backUrl?: string
}

/** Next comes first in the source as well: pressing Enter in a box presses the first button. */
export function TellButtons({ say, next = false, backUrl }: TellButtonsProps): JSX.Element {
  return (
    <div class="buttons">
      {next ? (
        <button class="button" type="submit" name="go" value="next">
          {say('page.next')}
          <SignPicture name="onward" />
        </button>
      ) : null}
      <button class="button button-quiet" type="submit" name="go" value="send">
        {say('what.send')}
      </button>
      {backUrl === undefined ? (
        <button class="button button-plain" type="submit" name="go" value="back">
          <SignPicture name="back" />
          {say('page.back')}
        </button>
      ) : (
        <a class="button button-plain" href={backUrl}>
          <SignPicture name="back" />
          {say('page.back')}
        </a>
      )}
    </div>
  )
}

/** What is wrong, beside the thing to put right, in the words of the page. It is read out as soon as the page opens. */
export function Problem({
  id,
  problem,
}: {
  readonly id: string
  readonly problem?: BotherProblem
}): JSX.Element | null {
  if (problem === undefined) return null
  return (
    <p class="problem" id={id} role="alert">
      {problem.sentence}
    </p>
  )
}

/** Before anything is sent: who reads it, and what cannot stay secret. The child decides knowing both. */
export function SecrecyNote({ say, reader, secrecy }: Pick<TellProps, 'reader' | 'secrecy'> & { readonly say: Say }) {
  return (
    <div class="note" id="secrecy">
      <h2>{say('reader.title')}</h2>
      <p>{say('reader.one', { reader })}</p>
      <h2>{say('secret.title')}</h2>
      <p>{secrecy}</p>
    </div>
  )
}
