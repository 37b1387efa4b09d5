import type { Form as FormOf } from '../../../../engine/forms/define-form.js'
import { FormFields } from '../../../../engine/forms/form-fields.js'
import { Form } from '../../../../web/components/app/form.js'
import { StateTag } from '../../../../web/components/app/state-tag.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { Details } from '../../../../web/components/govuk/details.js'
import { InsetText } from '../../../../web/components/govuk/inset-text.js'
import { newId } from '../../../../kernel/ids.js'
import { answerForm, barForm, moreForm } from '../../forms/act-forms.js'
import { triageForm } from '../../forms/triage-form.js'
import { isOwed } from '../../queries/talk-of.js'
import { concernActUrl } from '../../urls.js'
import type { ConcernScreenProps } from './concern.js'
import { stateWords } from './line-record.js'
import { TalkTurns } from './talk-turns.js'

/** What can be done with a concern, the first thing first: read it, answer a child, decide; then the rest, folded. */
export function ConcernActs(props: ConcernScreenProps) {
  const { concern, pack, related, mayTriage, talk } = props
  const open = concern.state === 'new' || concern.state === 'acknowledged'
  return (
    <>
      {concern.state === 'new' && mayTriage && (
        <Form action={concernActUrl({ concern: concern.id, act: 'acknowledge' })}>
          <Button text="I have read this and it is mine" preventDoubleClick />
        </Form>
      )}
      {talk && <Answering {...props} />}
      {open && mayTriage && (
        <Act page={props} act="triage" form={triageForm(pack, related)} button="Decide" title="Decide what happens" />
      )}
      {!open && <Settled {...props} />}
      {mayTriage && (
        <>
          <Folded page={props} act="add" form={moreForm} button="Add this" title="Add what you have learnt" />
          <Folded
            page={props}
            act="bar"
            form={barForm}
            button="Keep it from this person"
            title="It is about an adult of the school"
          />
        </>
      )}
    </>
  )
}

interface ActProps {
  readonly page: ConcernScreenProps
  readonly act: string
  readonly form: unknown
  readonly button: string
  readonly title: string
}

function Act(props: ActProps) {
  return (
    <section>
      <h3 class="govuk-heading-s">{props.title}</h3>
      <ActForm {...props} />
    </section>
  )
}

/** Lesser acts wait folded, and stand open when they come back with something to put right. */
function Folded(props: ActProps) {
  return (
    <Details summaryText={props.title} open={props.page.act === props.act}>
      <ActForm {...props} />
    </Details>
  )
}

function ActForm({ page, act, form, button }: Omit<ActProps, 'title'>) {
  const { concern, context, found } = page
  const mine = page.act === act
  return (
    <Form action={concernActUrl({ concern: concern.id, act })}>
      <FormFields
        form={form as FormOf}
        context={context}
        typed={mine ? page.typed : { key: newId() as string, urgency: concern.urgency, procedure: 'usual' }}
        errors={mine ? page.errors : []}
        {...(mine && found && { found })}
      />
      <Button text={button} preventDoubleClick />
    </Form>
  )
}

function Answering(props: ConcernScreenProps) {
  const { talk, now, mayAnswer, concern } = props
  if (!talk) return null
  const owed = isOwed(talk.conversation)
  return (
    <section>
      <h3 class="govuk-heading-s">
        {concern.channel === 'child' ? 'Your talk with the child' : 'Your talk with who told us'}{' '}
        {owed && <StateTag state="waiting">Waits for an answer</StateTag>}
      </h3>
      <TalkTurns turns={talk.turns} now={now} mine="school" />
      {mayAnswer && <ActForm page={props} act="answer" form={answerForm} button="Send this answer" />}
    </section>
  )
}

function Settled({ concern }: ConcernScreenProps) {
  const { case_id, state } = concern
  return (
    <InsetText>
      {stateWords[state]}.{' '}
      {case_id && (
        <a class="govuk-link" href={`/cases/${case_id}`}>
          Open the case
        </a>
      )}
    </InsetText>
  )
}
