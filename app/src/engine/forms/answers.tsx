import type { SummaryRow } from '../../web/components/govuk/summary-list.js'
import type { Typed } from '../../web/kept-fields.js'
import type { Fields, Form, ValuesOf } from './define-form.js'
import type { FormContext } from './field.js'
import { isAsked } from './parse-form.js'

/**
 * 'Check your answers': each question with its answer in words, and a link to change it. What was left empty stands
 * together in one last row: on a phone nine rows of 'Not answered' hide what was said.
 */
export function answerRows<F extends Fields>(
  form: Form<F>,
  values: ValuesOf<F>,
  context: FormContext,
  changeUrl?: (field: string) => string,
): readonly SummaryRow[] {
  const typed = retyped(form, values)
  const asked = Object.entries(form.fields)
    .filter(([, field]) => field.kind !== 'hidden' && isAsked(form, field, typed))
    .map(([name, field]) => {
      const value = values[name]
      return {
        name,
        label: field.label,
        said: value === null || value === undefined ? null : field.say(value, context),
      }
    })
  const empty = asked.filter(({ said }) => said === null)
  const rows = asked.flatMap(({ name, label, said }) =>
    said === null
      ? []
      : {
          key: { text: label },
          value: { text: said },
          actions: changeUrl && {
            items: [{ href: changeUrl(name), text: 'Change', visuallyHiddenText: `: ${label}` }],
          },
        },
  )
  return empty.length === 0
    ? rows
    : [...rows, { key: { text: 'Left empty' }, value: { text: leftEmpty(empty, changeUrl) } }]
}

function leftEmpty(
  empty: readonly { readonly name: string; readonly label: string }[],
  changeUrl: ((field: string) => string) | undefined,
) {
  return empty.map(({ name, label }, at) => (
    <>
      {at > 0 && ' · '}
      {changeUrl ? (
        <a class="govuk-link" href={changeUrl(name)}>
          {label}
        </a>
      ) : (
        label
      )}
    </>
  ))
}

/** What somebody would have typed to give these answers: fills a form from what is stored. */
export function retyped<F extends Fields>(form: Form<F>, values: Partial<ValuesOf<F>>): Typed {
  const typed: Record<string, string | readonly string[]> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const value = values[name]
    if (value !== null && value !== undefined) Object.assign(typed, field.retype(value, name))
  }
  return typed
}
