import type { Pack } from '../pack.js'
import type { Agreement } from '../schema/sections.js'
import type { Check, Fault } from './fault.js'

/**
 * Agreements that can be relied on: each says what the policy must have said to its readers, is whole in every language
 * it offers, and what the gate keeps shut can be opened by some text.
 */
export const agreementsHold: Check = (pack) => [
  ...pack.agreements.flatMap((agreement) => [...lackedMessages(pack, agreement), ...partTranslations(agreement)]),
  ...pack.agreements.flatMap(withoutPictures),
  ...askedTwice(pack),
  ...shutForGood(pack),
]

/** Key messages for this text's readers that no clause of it carries. */
export const messagesLackedBy = (pack: Pick<Pack, 'keyMessages'>, { reader, clauses }: Agreement) => {
  const said = new Set(clauses.flatMap(({ says = [] }) => says))
  return pack.keyMessages.filter((message) => message.for.includes(reader) && !said.has(message.id))
}

const lackedMessages = (pack: Pack, agreement: Agreement): readonly Fault[] =>
  messagesLackedBy(pack, agreement)
    .filter(({ must }) => must === true)
    .map(({ id, title }) => ({
      on: agreement,
      key: 'clauses',
      sentence: `agreement "${agreement.id}" lacks a clause that says "${id}" (${title}), which the policy requires.`,
    }))

function partTranslations(agreement: Agreement): readonly Fault[] {
  const wanted = new Map(agreement.clauses.map((clause) => [clause.id, clause]))
  return (agreement.languages ?? []).flatMap((language): readonly Fault[] => {
    const given = new Map(language.clauses.map((clause) => [clause.id, clause]))
    const user = `agreement "${agreement.id}" in "${language.id}"`
    const missing = [...wanted.values()].filter(({ id, ask }) => {
      const translated = given.get(id)
      return translated === undefined || (ask !== undefined && !(translated.yes && translated.no))
    })
    const strange = language.clauses.filter(({ id }) => !wanted.has(id))
    return [
      ...missing.map(({ id }) => ({ on: language, key: 'clauses', sentence: `${user} lacks its clause "${id}".` })),
      ...strange.map((clause) => ({
        on: clause,
        sentence: `${user} has a clause "${clause.id}" that English has not.`,
      })),
    ]
  })
}

const withoutPictures = (agreement: Agreement): readonly Fault[] =>
  agreement.look === 'pictures'
    ? agreement.clauses
        .filter(({ picture }) => picture === undefined)
        .map((clause) => ({
          on: clause,
          sentence: `agreement "${agreement.id}" has the look of pictures, and its clause "${clause.id}" has none.`,
        }))
    : []

/** Two texts of one key stage's kind for one year group: a child cannot be asked for both. */
function askedTwice({ agreements }: Pack): readonly Fault[] {
  const first = new Map<string, string>()
  const forPupils = agreements.filter(({ reader }) => reader === 'eyfs' || reader === 'ks1' || reader === 'ks2')
  return forPupils.flatMap((agreement) =>
    (agreement.of.years ?? []).flatMap((year): readonly Fault[] => {
      const before = first.get(year)
      first.set(year, before ?? agreement.id)
      if (before === undefined) return []
      const sentence = `agreements "${before}" and "${agreement.id}" are both asked of year ${year}.`
      return [{ on: agreement.of, key: 'years', sentence }]
    }),
  )
}

const shutForGood = ({ gate, agreements }: Pack): readonly Fault[] =>
  gate
    .filter(({ what }) => !agreements.some(({ opens }) => opens.includes(what)))
    .map((rule) => ({
      on: rule,
      key: 'what',
      sentence: `gate rule "${rule.id}" keeps "${rule.what}" shut, and no agreement opens it.`,
    }))
