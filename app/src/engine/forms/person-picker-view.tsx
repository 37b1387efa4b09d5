import { Button } from '../../web/components/govuk/button.js'
import { Checkboxes, type CheckboxItem } from '../../web/components/govuk/checkboxes.js'
import { ErrorMessage } from '../../web/components/govuk/error-message.js'
import { Fieldset } from '../../web/components/govuk/fieldset.js'
import { Hint } from '../../web/components/govuk/hint.js'
import { Input } from '../../web/components/govuk/input.js'
import { Select } from '../../web/components/govuk/select.js'
import type { Question } from './build-field.js'
import type { FieldView, PersonChoice } from './field.js'
import type { PersonPickerOptions } from './fields/person-picker.js'
import { errorOf, legendOf, typedText, typedTexts } from './typed.js'

type Options = PersonPickerOptions & Question

/** The name of the button that searches; its value is the field's name. */
export const searchButton = '_search'

/** Who was picked, who was found, and the box to search with. */
export function personPickerView(view: FieldView, options: Options) {
  const { name } = view
  const error = errorOf(view.faults)
  const described = [options.hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <div class={`govuk-form-group hedgerow-picker${error ? ' govuk-form-group--error' : ''}`}>
      <Fieldset legend={legendOf(options.label, view)} describedBy={described || undefined}>
        {options.hint && <Hint id={`${name}-hint`} text={options.hint} />}
        {error && <ErrorMessage {...error} id={`${name}-error`} />}
        <People view={view} options={options} />
        <SearchBox view={view} />
        {options.notKnown && <NotKnown view={view} words={options.notKnown} />}
      </Fieldset>
    </div>
  )
}

function People({ view, options }: { readonly view: FieldView; readonly options: Options }) {
  const picked = new Set(typedTexts(view.typed, view.name))
  const known = [...picked].flatMap((id) => view.context.people?.get(id) ?? [])
  const others = (view.found ?? []).filter((person) => !picked.has(person.id))
  if (view.found?.length === 0 && known.length === 0) return <Nobody />
  if (known.length + others.length === 0) return null
  return (
    <>
      <Checkboxes
        name={view.name}
        values={[...picked]}
        items={[...known, ...others].map((person) => itemFor(person, view, options))}
      />
      {view.found?.length === 0 && <Nobody />}
    </>
  )
}

function itemFor(person: PersonChoice, view: FieldView, { roles }: Options): CheckboxItem {
  const roleName = `${view.name}-role-${person.id}`
  const isWrong = view.faults.some((fault) => fault.part === `role-${person.id}`)
  return {
    id: `${view.name}-${person.id}`,
    value: person.id,
    text: person.name,
    hint: { text: person.about },
    conditional: roles && {
      text: (
        <Select
          name={roleName}
          label={{ text: `How was ${person.name} involved?` }}
          classes={isWrong ? 'govuk-select--error' : undefined}
          value={typedText(view.typed, roleName)}
          items={[{ value: '', text: 'Choose' }, ...roles]}
        />
      ),
    },
  }
}

function Nobody() {
  return (
    <p class="govuk-body" role="status">
      Nobody was found. Try part of the first name, part of the surname, or the class.
    </p>
  )
}

function SearchBox({ view }: { readonly view: FieldView }) {
  return (
    <Input
      name={`${view.name}-words`}
      label={{ text: 'Search by part of a name, or by class' }}
      value={typedText(view.typed, `${view.name}-words`)}
      autocomplete="off"
      spellcheck={false}
      formGroup={{
        afterInput: {
          text: (
            <Button
              classes="govuk-button--secondary hedgerow-picker__search"
              name={searchButton}
              value={view.name}
              text="Search"
            />
          ),
        },
      }}
    />
  )
}

function NotKnown({ view, words }: { readonly view: FieldView; readonly words: string }) {
  const name = `${view.name}-not-known`
  return <Checkboxes name={name} values={typedTexts(view.typed, name)} items={[{ value: 'yes', text: words }]} />
}
