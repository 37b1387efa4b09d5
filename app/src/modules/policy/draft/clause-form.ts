import { defineForm } from '../../../engine/forms/define-form.js'
import type { Field } from '../../../engine/forms/field.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import { text } from '../../../engine/forms/fields/text.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Clause, KeptBy } from '../../../engine/packs/schema/sections.js'
import type { Typed } from '../../../web/kept-fields.js'

/** A setting of a promise that is one word or number: how often, within what, for whom. Its name is that of its box. */
interface Setting {
  readonly name: string
  readonly keeper: number
  readonly key: string
  readonly value: string | number
}

const settingsOf = ({ keptBy }: Clause): readonly Setting[] =>
  keptBy.flatMap(({ with: set = {} }, keeper) =>
    Object.entries(set).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [{ name: `set-${keeper}-${key}`, keeper, key, value }]
        : [],
    ),
  )

/** The questions about one promise: its words for each reader, who must act, and what it sets. */
export function clauseForm(pack: Pack, clause: Clause) {
  const who = [...pack.posts, ...pack.audiences].map(({ id, title }) => ({ value: id as string, text: title }))
  const settings: Record<string, Field<string>> = {}
  for (const { name, keeper, key } of settingsOf(clause))
    settings[name] = text({
      label: `Set: ${key.replaceAll('-', ' ')} (${clause.keptBy[keeper]?.mechanism ?? ''})`,
      missing: 'Give this setting, or take your changes back to have the pack’s',
      width: 20,
      maxLength: 160,
    })
  return defineForm({
    text: longText({ label: 'In full', missing: 'Write the promise', rows: 4, maxLength: 1200 }),
    plain: longText({
      label: 'In plain words, for a parent with little English',
      missing: 'Write it in plain words',
      rows: 3,
      maxLength: 1200,
    }),
    child: longText({
      label: 'For a child of 7 to 11',
      hint: 'Leave it empty where no child is concerned',
      optional: true,
      rows: 2,
      maxLength: 300,
    }),
    ks1: longText({
      label: 'For a child of 5 to 7',
      hint: 'Ten words or so, or empty',
      optional: true,
      rows: 2,
      maxLength: 160,
    }),
    posts: manyChoices({ label: 'Who must act', missing: 'Say who must act', options: who }),
    ...settings,
  })
}

/** The promise as it stands, as somebody would have typed it. */
export const clauseTyped = (clause: Clause): Typed => ({
  text: clause.text,
  plain: clause.plain,
  child: clause.child ?? '',
  ks1: clause.ks1 ?? '',
  posts: clause.posts,
  ...Object.fromEntries(settingsOf(clause).map(({ name, value }) => [name, String(value)])),
})

type Values = Readonly<Record<string, unknown>>

/** What the answers change of the promise as it stands: only what really differs becomes part of the overlay. */
export function clauseChange(clause: Clause, values: Values): Readonly<Record<string, unknown>> {
  const words = (['text', 'plain', 'child', 'ks1'] as const).filter(
    (key) => typeof values[key] === 'string' && values[key] !== (clause[key] ?? ''),
  )
  const posts = values['posts'] as readonly string[]
  const keptBy = keptByFrom(clause, values)
  return {
    ...Object.fromEntries(words.map((key) => [key, values[key]])),
    ...(JSON.stringify(posts) === JSON.stringify(clause.posts) ? {} : { posts }),
    ...(JSON.stringify(keptBy) === JSON.stringify(clause.keptBy) ? {} : { keptBy }),
  }
}

function keptByFrom(clause: Clause, values: Values): readonly KeptBy[] {
  const settings = settingsOf(clause)
  return clause.keptBy.map((keeper, at) => {
    const own = settings.filter((setting) => setting.keeper === at)
    if (own.length === 0) return keeper
    const set = own.map(({ key, name, value }) => [
      key,
      typeof value === 'number' ? Number(values[name]) : values[name],
    ])
    return { ...keeper, with: { ...keeper.with, ...Object.fromEntries(set) } } as KeptBy
  })
}
