import type { FormContext } from '../../../engine/forms/field.js'
import { errorList } from '../../../engine/forms/form-errors.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { fullDate } from '../../../web/dates.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { correctPersonUrl, peopleUrl, personForm, personUrl } from '../../people/index.js'
import type { PersonWhole } from '../../people/index.js'

export interface PersonPageProps {
  readonly frame: Frame
  readonly whole: PersonWhole
  /** Titles of the posts they hold or cover today. */
  readonly posts: readonly string[]
  readonly mayCorrect: boolean
  /** How to reach people is for those who keep the list and those who must ring a family. */
  readonly mayReach: boolean
}

const kindWords: Readonly<Record<PersonWhole['row']['kind'], string>> = {
  pupil: 'Pupil',
  staff: 'Staff',
  parent: 'Parent or carer',
  governor: 'Governor',
  volunteer: 'Volunteer',
  contractor: 'Working here for another firm',
  visitor: 'Visitor',
}

const inLaw = (responsible: boolean | null): string => (responsible === null ? 'Not known' : responsible ? 'Yes' : 'No')

/** One person: who they are to the school, whom they look after or who looks after them. The window's title names nobody. */
export function PersonPage({ frame, whole, posts, mayCorrect, mayReach }: PersonPageProps) {
  const { row, name, adults, children } = whole
  const facts = [
    ['Kind', kindWords[row.kind]],
    ['Class', row.class_code],
    ['Work here', row.job_title],
    ['Posts', posts.join('; ')],
    ['E-mail', mayReach ? row.email : null],
    ['Telephone', mayReach ? row.phone : null],
    ['Here since', fullDate(row.started)],
    ['Last day', row.ended && fullDate(row.ended)],
    ['Comes from', row.source === null ? 'Typed by hand' : 'The school’s own system'],
  ] as const
  return (
    <Page frame={frame} title="Person" back={peopleUrl()}>
      <h1 class="govuk-heading-l">{name}</h1>
      <SummaryList
        rows={facts.flatMap(([key, value]) => (value ? [{ key: { text: key }, value: { text: value } }] : []))}
      />
      {adults.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Who looks after them, the first to ring first</h2>
          <ol class="hedgerow-records">
            {adults.map((adult) => (
              <li class="hedgerow-records__record">
                <div>
                  <strong>{adult.name}</strong>, {adult.relationship}
                  <p class="hedgerow-records__line">
                    Parental responsibility: {inLaw(adult.parental_responsibility).toLowerCase()}
                  </p>
                  {mayReach && adult.phone && <p class="hedgerow-records__line">{adult.phone}</p>}
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      {children.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Looks after</h2>
          <ul class="govuk-list">
            {children.map((child) => (
              <li>
                <a class="govuk-link" href={personUrl({ person: child.id })}>
                  {child.name}
                </a>
                {child.classCode && `, ${child.classCode}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayCorrect && (
        <p class="govuk-body">
          <a class="govuk-link" href={correctPersonUrl({ person: row.id })}>
            Correct these details, or write their last day
          </a>
        </p>
      )}
    </Page>
  )
}

export interface PersonFormPageProps {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly action: string
  readonly back: string
  readonly context: FormContext
  readonly typed?: Typed | undefined
  readonly errors: readonly FormError[]
}

/** Adding or correcting somebody by hand. */
export function PersonFormPage({ frame, title, intro, action, back, context, typed, errors }: PersonFormPageProps) {
  return (
    <Page frame={frame} title="A person’s details" back={back} errors={errorList(errors)}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{intro}</p>
      <Form action={action}>
        <FormFields form={personForm} context={context} typed={typed} errors={errors} />
        <Button text="Save" preventDoubleClick />
      </Form>
    </Page>
  )
}
