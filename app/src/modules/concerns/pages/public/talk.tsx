import type { Temporal } from 'temporal-polyfill'
import { Form } from '../../../../web/components/app/form.js'
import { Time } from '../../../../web/components/app/time.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { InsetText } from '../../../../web/components/govuk/inset-text.js'
import { Textarea } from '../../../../web/components/govuk/textarea.js'
import type { Frame } from '../../../../web/layout/frame.js'
import type { TalkState } from '../bother/answers.js'
import type { TalkTurn } from '../../queries/talk-of.js'
import { TalkTurns } from '../inbox/talk-turns.js'
import { PublicPage } from './public-page.js'

export interface PublicTalkProps {
  readonly frame: Frame
  readonly turns: readonly TalkTurn[]
  readonly state: TalkState
  readonly due: Temporal.Instant
  readonly now: Temporal.Instant
  readonly justSent: boolean
  readonly pass: Readonly<Record<string, string>>
  readonly action: string
  readonly problem?: string | undefined
  readonly typed?: string | undefined
}

/** What a reporter without an account wrote and what the school answered, and a box to write again. */
export function PublicTalkPage(props: PublicTalkProps) {
  const { frame, turns, now, pass, action, problem, typed = '' } = props
  return (
    <PublicPage
      frame={frame}
      title="What we wrote to each other"
      errors={problem ? [{ text: problem, href: '#more' }] : []}
    >
      <InsetText>
        <Standing {...props} />
      </InsetText>
      <TalkTurns turns={turns} now={now} mine="reporter" />
      <Form action={action}>
        {Object.entries(pass).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Textarea
          name="more"
          id="more"
          label={{ text: 'Write again', classes: 'govuk-label--s' }}
          value={typed}
          rows={5}
          errorMessage={problem ? { text: problem } : undefined}
        />
        <Button text="Send" name="go" value="write" preventDoubleClick />
      </Form>
    </PublicPage>
  )
}

function Standing({ state, due, now, justSent }: Pick<PublicTalkProps, 'state' | 'due' | 'now' | 'justSent'>) {
  if (state === 'answered') return <>There is an answer below.</>
  if (state === 'late')
    return <>We are late with an answer, and we are sorry. More people now know that you are waiting.</>
  return (
    <>
      {justSent ? 'We have it.' : 'No answer yet.'} You have one by <Time at={due} now={now} />.
    </>
  )
}
