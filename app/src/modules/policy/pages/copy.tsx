import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'

/** What is known of a copy. Tells only whether it is current: not what is in it, not who has one. */
export type CopyState =
  | { readonly is: 'not asked' }
  | { readonly is: 'no code' | 'unknown'; readonly typed: string }
  | { readonly is: 'current' | 'old' | 'coming'; readonly typed: string; readonly sentence: string }

export interface CopyPageProps {
  readonly frame: Frame
  readonly school: string
  readonly state: CopyState
  readonly action: string
}

const errors: Readonly<Record<string, string>> = {
  'no code': 'Give the code as it is printed, such as K7Q2-M4PD: four letters or numbers, a dash, four more',
  unknown: 'No version of this school’s policy has this code. Check it against the print, or ask the school',
}

/** Is this copy still right? Anybody who holds a print may ask. */
export function CopyPage({ frame, school, state, action }: CopyPageProps) {
  const error = errors[state.is]
  const answered = 'sentence' in state
  return (
    <Page
      frame={frame}
      title="Check a copy of the policy"
      errors={error === undefined ? [] : [{ text: error, href: '#code' }]}
    >
      <span class="govuk-caption-l">{school}</span>
      <h1 class="govuk-heading-l">Is your copy of the policy still right?</h1>
      {answered && (
        <div class={`hedgerow-verdict hedgerow-verdict--${state.is}`} role="status">
          <p class="govuk-heading-m govuk-!-margin-bottom-0">{state.sentence}</p>
        </div>
      )}
      <form method="get" action={action} novalidate>
        <Input
          name="code"
          label={{ text: answered ? 'Check another copy' : 'The code at the foot of each page' }}
          hint={{ text: 'For example, K7Q2-M4PD' }}
          value={'typed' in state && !answered ? state.typed : ''}
          errorMessage={error === undefined ? undefined : { text: error }}
          classes="govuk-input--width-10"
          autocomplete="off"
        />
        <Button text="Check" />
      </form>
    </Page>
  )
}
