import { defineForm } from '../../../engine/forms/define-form.js'
import type { Field } from '../../../engine/forms/field.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Clause, KeptBy } from '../../../engine/packs/schema/sections.js'
import { settingField, settingsOf } from './setting-field.js'
import type { Typed } from '../../../web/kept-fields.js'

/** A promise's words for each of its readers. */
export const wordsOfPromise = () => ({
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
})

/** The questions about one promise: its words for each reader, who must act, and what it sets. */
export function clauseForm(pack: Pack, clause: Clause) {
  const who = [...pack.posts, ...pack.audiences].map(({ id, title }) => ({ value: id as string, text: title }))
  const settings: Record<string, Field<string>> = {}
  for (const setting of settingsOf(clause)) settings[setting.name] = settingField(pack, setting)
  return defineForm({
    ...wordsOfPromise(),
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
