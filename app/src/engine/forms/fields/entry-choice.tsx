import { buildField, fieldBuilder } from '../build-field.js'
import { readText, wrong } from '../read-text.js'
import { selectView } from '../select-view.js'

/** One entry of another register: the room of a poster, the supplier of a service; or a post or agency of the pack. */
export interface EntryChoiceOptions {
  /** The register's id; or 'pack:posts', 'pack:agencies' or 'pack:posts-and-agencies' for what the pack in force lists. The route puts its entries into the context; one that it did not offer cannot be chosen. */
  readonly register: string
}

/** One entry of a register, by name. The answer is its id. */
export const entryChoice = fieldBuilder<EntryChoiceOptions, string>((options) =>
  buildField<string>(options, {
    kind: 'entryChoice',
    read(body, name, context) {
      const reading = readText(body, name)
      if (reading.is !== 'answer') return reading
      const offered = context.entries?.get(options.register) ?? []
      return offered.some(({ id }) => id === reading.value) ? reading : wrong('Choose one of those listed here')
    },
    view: (view) => {
      const entries = view.context.entries?.get(options.register) ?? []
      return selectView(
        view,
        options,
        entries.map(({ id, title }) => ({ value: id, text: title })),
      )
    },
    say: (value, context) => context.entries?.get(options.register)?.find(({ id }) => id === value)?.title ?? null,
    retype: (value, name) => ({ [name]: value }),
    schema: () => ({ type: 'string', 'x-register': options.register }),
  }),
)

/** The register that a field chooses from, read off its schema; null for any other field. */
export const registerChosenFrom = (schema: Readonly<Record<string, unknown>>): string | null =>
  typeof schema['x-register'] === 'string' ? schema['x-register'] : null
