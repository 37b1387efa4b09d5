import type { JSX } from 'preact'
import { Form } from '../../../../web/components/app/form.js'
import { SignPicture } from '../../../../web/pictures/signs.js'
import type { BotherFrame } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { sayFrom } from './words.js'

/** The waiting page: what was posted comes back in the form and is posted again. */
export interface BusyProps {
  readonly bother: BotherFrame
  /** Where the form was going. */
  readonly action: string
  /** What it held, field by field in order; nothing the child typed is lost, and nothing is stored meanwhile. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** After how many seconds to try again: at least 2. The server spreads these, so that a crowd does not return at once. */
  readonly afterSeconds: number
}

/** Many at once are slowed and never refused: a class behind one address is thirty worried children, not an attack. */
export function Busy({ bother, action, fields, afterSeconds }: BusyProps): JSX.Element {
  const say = sayFrom(bother.words)
  return (
    <BotherPage
      bother={bother}
      title="busy.title"
      lead={say('busy.lead')}
      picture="hedgehog-waiting"
      reads={['wait', 'hand']}
    >
      <Form action={action} classes="tell">
        {fields.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        {/* Shown by send-when-free.js; without it nothing sends by itself, and the page must not say so. */}
        <p id="wait" class="lead" data-send-after={afterSeconds} hidden>
          {say('busy.wait')}
        </p>
        <p id="hand">{say('busy.hand')}</p>
        <div class="buttons">
          <button class="button button-big" type="submit">
            {say('busy.try')}
            <SignPicture name="onward" />
          </button>
        </div>
      </Form>
    </BotherPage>
  )
}
