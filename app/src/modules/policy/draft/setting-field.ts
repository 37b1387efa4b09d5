import type { Field } from '../../../engine/forms/field.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { text } from '../../../engine/forms/fields/text.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Clause } from '../../../engine/packs/schema/sections.js'

/** A setting of a promise that is one word or number: how often, within what, for whom. Its name is that of its box. */
export interface Setting {
  readonly name: string
  readonly keeper: number
  readonly key: string
  readonly value: string | number
}

/** `aspect` is not a school's to set: it says which side of a mechanism the promise is about, and so what it means. */
export const settingsOf = ({ keptBy }: Clause): readonly Setting[] =>
  keptBy.flatMap(({ with: set = {} }, keeper) =>
    Object.entries(set).flatMap(([key, value]) =>
      key !== 'aspect' && (typeof value === 'string' || typeof value === 'number')
        ? [{ name: `set-${keeper}-${key}`, keeper, key, value }]
        : [],
    ),
  )

/** The settings that most promises have, in words. Any other is called by its own name. */
const labels: Readonly<Record<string, string>> = {
  every: 'How often',
  within: 'How soon',
  post: 'Whose it is',
  owner: 'Whose it is',
  approver: 'Who says yes or no beforehand',
  reviewer: 'Who looks at it afterwards',
  receiver: 'Who is told',
  audience: 'For whom',
  'read-by': 'Who must have read it',
  agency: 'Which agency',
  procedure: 'Which procedure',
  agreement: 'Which agreement',
  risk: 'Which risk',
}

type Named = readonly { readonly id: string; readonly title: string }[]

/** What a setting that names something of the pack can name; null where it is a word of its own. */
function namesFor(pack: Pack, key: string): Named | null {
  const { posts, audiences, agencies, procedures, agreements, risks } = pack
  if (['post', 'owner', 'approver', 'reviewer', 'receiver'].includes(key)) return posts
  if (key === 'audience' || key === 'read-by') return [...posts, ...audiences]
  const lists: Readonly<Record<string, Named>> = {
    agency: agencies,
    procedure: procedures,
    agreement: agreements,
    risk: risks,
  }
  return lists[key] ?? null
}

/** The box of one setting: a list where it names something of the policy, so that nobody has to know an id. */
export function settingField(pack: Pack, { key }: Setting): Field<string> {
  const label = labels[key] ?? `Set: ${key.replaceAll('-', ' ')}`
  const missing = 'Give this setting, or take your changes back to have the pack’s'
  const named = namesFor(pack, key)
  if (named) {
    const options = named.map(({ id, title }) => ({ value: id, text: title }))
    return choice({ label, missing, look: 'select', options })
  }
  const span = key === 'every' || key === 'within'
  return text({
    label,
    missing,
    width: 20,
    maxLength: 160,
    ...(span ? { hint: 'For example: term, 12 months, 5 school days' } : {}),
  })
}
