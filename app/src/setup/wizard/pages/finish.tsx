import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import type { FirstSlip } from '../../set-up-school.js'

/** Everything answered, before the school is made. Faults lead back to the step where each is put right. */
export function CheckPage(props: {
  readonly frame: Frame
  readonly rows: readonly { readonly key: string; readonly value: string; readonly change: string }[]
  readonly vacant: readonly string[]
  readonly faults: readonly { readonly sentence: string; readonly href: string }[]
  readonly action: string
}) {
  const { frame, rows, vacant, faults, action } = props
  return (
    <Page frame={frame} title="Check and begin" errors={faults.map(({ sentence, href }) => ({ text: sentence, href }))}>
      <h1 class="govuk-heading-l">Check and begin</h1>
      <SummaryList
        rows={rows.map(({ key, value, change }) => ({
          key: { text: key },
          value: { text: value },
          actions: { items: [{ href: change, text: 'Change', visuallyHiddenText: key.toLowerCase() }] },
        }))}
      />
      {vacant.length > 0 && <p class="govuk-body">Nobody holds these posts yet: {vacant.join(', ')}.</p>}
      <p class="govuk-body">
        When you go on, the policy takes force today, by your act. School terms are set as usual in England; whoever
        keeps the posts can change them.
      </p>
      <Form action={action}>
        <Button text="Put the policy in force" />
      </Form>
    </Page>
  )
}

/** The school is made: the slips, shown this once, and where everything is. */
export function DonePage({
  frame,
  name,
  slips,
  links,
}: {
  readonly frame: Frame
  readonly name: string
  readonly slips: readonly FirstSlip[]
  readonly links: readonly { readonly text: string; readonly href: string }[]
}) {
  return (
    <Page frame={frame} title="Your school is ready">
      <h1 class="govuk-heading-l">{name} is ready</h1>
      <p class="govuk-body">
        Print this page now: the codes are shown once and kept nowhere. Each works once, within two weeks. On the
        sign-in page, choose “I have a slip with a code”.
      </p>
      {slips.map((slip) => (
        <SummaryList
          card={{ title: { text: slip.name } }}
          rows={[
            { key: { text: 'Username' }, value: { text: slip.username } },
            { key: { text: 'Code for the first sign-in' }, value: { text: <strong>{slip.code}</strong> } },
          ]}
        />
      ))}
      <ul class="govuk-list">
        {links.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

/** Asks for the code that the terminal printed: strangers on the network must not set a school up. */
export function CodePage({
  frame,
  action,
  wrong,
}: {
  readonly frame: Frame
  readonly action: string
  readonly wrong: boolean
}) {
  const message = 'That is not the code. It is printed where Hedgerow was started, beside the address.'
  return (
    <Page frame={frame} title="Set-up code" errors={wrong ? [{ text: message, href: '#code' }] : []}>
      <h1 class="govuk-heading-l">Set-up code</h1>
      <Form action={action}>
        <Input
          id="code"
          name="code"
          label={{ text: 'The code printed where Hedgerow was started' }}
          classes="govuk-input--width-10"
          {...(wrong ? { errorMessage: { text: message } } : {})}
        />
        <Button text="Go on" />
      </Form>
    </Page>
  )
}
