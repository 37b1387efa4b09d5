import type { JSX } from 'preact'
import { Form } from '../../../../web/components/app/form.js'
import { ReadAloud } from '../../../../web/layout/read-aloud.js'
import { QrCode } from '../../../../web/pictures/qr-code.js'
import { SignPicture } from '../../../../web/pictures/signs.js'
import type { BotherFrame } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { ThreeWords } from './three-words.js'
import { WebAddress } from './web-address.js'
import { sayFrom } from './words.js'

/** What a child takes away. The words and the slip's secret exist only on this page; only hashes of them are kept. */
export interface SentProps {
  readonly bother: BotherFrame
  readonly words: readonly [string, string, string]
  /** When the answer comes, as children say it: 'Tuesday home time'. */
  readonly answerBy: string
  /** School is shut today, so the answer is days away and help outside school matters more. */
  readonly schoolClosed: boolean
  /** Hidden fields that open the talk at once, for a child who wants to say more: a short-lived pass, never the words. */
  readonly pass: Readonly<Record<string, string>>
  readonly slip: {
    /** The return page's full address, to type. */
    readonly address: string
    /** The same with `#slip=` and the 22 characters of the secret, for the code; what follows # is sent to no server. */
    readonly code: string
  }
}

/** Thank you, the three words, and when the answer comes: nothing else, so that the words are what is remembered. */
export function Sent({ bother, words, answerBy, schoolClosed, pass, slip }: SentProps): JSX.Element {
  const say = sayFrom(bother.words)
  return (
    <BotherPage
      bother={bother}
      title="sent.title"
      lead={say('sent.lead')}
      picture="hedgehog-thumbs-up"
      reads={['words', 'why', 'keep', 'when']}
    >
      <section class="receipt" aria-label={say('sent.words')}>
        <ThreeWords words={words} id="words" />
        <ReadAloud of={['words']} label={`${say('page.read')}: ${say('sent.words')}`} />
      </section>
      <p id="why">{say('sent.why')}</p>
      <p id="keep">{say('sent.keep')}</p>
      <div class="promise" id="when">
        <p>
          <b>{say('sent.answer', { day: answerBy })}</b>
        </p>
        {schoolClosed ? <p>{say('sent.closed')}</p> : null}
        <p>{say('sent.how', { link: say('start.return') })}</p>
        <p>
          <a href={bother.urls.grownUp}>{say('sent.worried')}</a>
        </p>
      </div>
      <Form action={bother.urls.return} classes="buttons">
        {Object.entries(pass).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <a class="button" href={bother.urls.start}>
          <SignPicture name="tick" />
          {say('sent.done')}
        </a>
        <button class="button button-quiet" type="button" data-print hidden>
          <SignPicture name="printer" />
          {say('sent.print')}
        </button>
        <button class="button button-quiet" type="submit" name="go" value="open">
          <SignPicture name="pencil" />
          {say('sent.more')}
        </button>
      </Form>
      <p class="hint">{say('sent.print.hint')}</p>
      <section class="slip" aria-hidden="true">
        <h2>{say('slip.title')}</h2>
        <ThreeWords words={words} id="slip-words" />
        <div class="slip-how">
          <QrCode text={slip.code} title={say('slip.title')} />
          <div>
            <p>{say('slip.how')}</p>
            <WebAddress address={slip.address} />
            <p>{say('sent.answer', { day: answerBy })}</p>
            <p>{say('slip.keep')}</p>
          </div>
        </div>
      </section>
    </BotherPage>
  )
}
