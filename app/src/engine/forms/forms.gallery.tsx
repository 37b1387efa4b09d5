import type { VNode } from 'preact'
import { DraftSaid, Form } from '../../web/components/app/form.js'
import { Button } from '../../web/components/govuk/button.js'
import { SummaryList } from '../../web/components/govuk/summary-list.js'
import type { Frame } from '../../web/layout/frame.js'
import { Page } from '../../web/layout/page.js'
import { answerRows } from './answers.js'
import { errorList } from './form-errors.js'
import { FormFields } from './form-fields.js'
import { context, everyKind, goodBody, people } from './forms.examples.js'
import { parseForm } from './parse-form.js'

const autosave = { key: 'gallery', seal: 'A'.repeat(43) }
const wrongBody = {
  ...goodBody,
  danger: '',
  site: '',
  'when-month': '2',
  'when-day': '31',
  who: people.map((one) => one.id),
}

/** Every kind of question: empty, with something wrong, with a search that found people, and its answers said again. */
export const formGalleryPages: Readonly<Record<string, (frame: Frame) => VNode>> = {
  'form-empty': (frame) => <FormPage frame={frame} body={null} />,
  'form-wrong': (frame) => <FormPage frame={frame} body={wrongBody} />,
  'form-found': (frame) => <FormPage frame={frame} body={{ ...goodBody, _search: 'who' }} found={people} />,
  'form-nobody-found': (frame) => <FormPage frame={frame} body={{ _search: 'who', 'who-words': 'zz' }} found={[]} />,
  'form-answers': (frame) => <AnswersPage frame={frame} />,
}

interface FormPageProps {
  readonly frame: Frame
  readonly body: object | null
  readonly found?: typeof people
}

function FormPage({ frame, body, found }: FormPageProps) {
  const parsed = body && parseForm(everyKind, body, context)
  const errors = parsed && !parsed.ok ? parsed.errors : []
  return (
    <Page frame={frame} title="Every kind of question" back="/" errors={errorList(errors)} quickExit>
      <h1 class="govuk-heading-l">Every kind of question</h1>
      <Form action="/form" autosave={autosave}>
        <FormFields
          form={everyKind}
          context={context}
          typed={parsed?.typed ?? { draft: goodBody.draft }}
          errors={errors}
          found={found && { who: found }}
        />
        <Button text="Continue" preventDoubleClick />
        <DraftSaid />
      </Form>
    </Page>
  )
}

function AnswersPage({ frame }: { readonly frame: Frame }) {
  const parsed = parseForm(everyKind, goodBody, context)
  if (!parsed.ok) throw new Error('The example body is meant to be good.')
  return (
    <Page frame={frame} title="Check your answers" back="/form">
      <h1 class="govuk-heading-l">Check your answers</h1>
      <SummaryList rows={answerRows(everyKind, parsed.values, context, (field) => `/form#${field}`)} />
      <Form action="/send">
        <Button text="Send the report" preventDoubleClick />
      </Form>
    </Page>
  )
}
