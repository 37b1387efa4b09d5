import type { ComponentChildren } from 'preact'
import type { Typed } from '../../web/kept-fields.js'
import type { Form } from './define-form.js'
import type { FormContext, PersonChoice } from './field.js'
import type { FormError } from './parse-form.js'

interface FormFieldsProps {
  readonly form: Form
  readonly context: FormContext
  readonly typed?: Typed
  readonly errors?: readonly FormError[]
  /** What a picker's search found, by field. */
  readonly found?: Readonly<Record<string, readonly PersonChoice[]>>
  /** The first question is all the page asks: its label is the page's heading. */
  readonly asHeading?: boolean
  /** Only these questions, for a page that puts something between them. */
  readonly only?: readonly string[]
}

/**
 * The questions of a form. One that depends on an answer is folded under it where the answer is a radio or a box, which
 * GOV.UK Frontend's script opens; without JavaScript it is always in sight, and is ignored unless that answer is given.
 */
export function FormFields(props: FormFieldsProps) {
  const { form, only } = props
  const top = Object.entries(form.fields).filter(([name, field]) => !field.when && (!only || only.includes(name)))
  return (
    <>
      {top.map(([name], at) => (
        <Question {...props} name={name} asHeading={props.asHeading === true && at === 0} />
      ))}
    </>
  )
}

function Question(props: FormFieldsProps & { readonly name: string }): ComponentChildren {
  const { form, name } = props
  const field = form.fields[name]
  if (!field) throw new Error(`The form has no question called ${name}.`)
  const under = (answer: string) => {
    const names = Object.entries(form.fields).filter(([, { when }]) => when?.field === name && when.is === answer)
    return names.length === 0 ? undefined : names.map(([one]) => <Question {...props} name={one} asHeading={false} />)
  }
  return field.view({
    name,
    typed: props.typed ?? {},
    faults: (props.errors ?? []).filter((error) => error.field === name),
    asHeading: props.asHeading === true,
    context: props.context,
    found: props.found?.[name] ?? null,
    under,
  })
}
