import type { ExistingResponsibility, ExistingRoster } from '../existing.js'
import type { ImportedRoster } from '../people/import-setting.js'
import { type ImportedPerson, type ImportedResponsibility, sourceKey } from '../roster.js'
import { afterChanges, compareFields } from './compare-fields.js'
import { type ImportPlan, type LinkChange, LINK_KEYS } from './import-plan.js'
import type { Matches } from './match-people.js'

/** The part of a plan that is about who answers for whom. */
export type LinksPlan = ImportPlan['responsibilities']

/**
 * Which links are new, changed, the same or over. A link is over when a whole set has its child and no longer has the link.
 * Links to people who are not taken in (they had left before they ever came) are dropped. `add` are the people to be added.
 */
export function planResponsibilities(
  existing: ExistingRoster,
  imported: ImportedRoster,
  matches: Matches,
  add: readonly ImportedPerson[],
): LinksPlan {
  const before = new Map(existing.responsibilities.map((link) => [pair(link.childId, link.adultId), link]))
  const now = linksByPair(imported.responsibilities, identities(existing, matches, add))
  const compared = [...now].flatMap(([key, link]) => {
    const known = before.get(key)
    return known ? [compareLink(known, link)] : []
  })
  const change = compared.filter(({ fields }) => fields.length > 0)
  return {
    add: [...now].filter(([key]) => !before.has(key)).map(([, link]) => link),
    change,
    same: compared.length - change.length,
    end:
      imported.whole && imported.coversResponsibilities ? ended(existing, imported, matches, new Set(now.keys())) : [],
  }
}

/** In a link null means that the file does not say, which takes nothing away from what is known. */
function compareLink(link: ExistingResponsibility, imported: ImportedResponsibility): LinkChange {
  const said = Object.fromEntries(LINK_KEYS.flatMap((key) => (imported[key] === null ? [] : [[key, imported[key]]])))
  const fields = compareFields(LINK_KEYS, link, said)
  return { link, imported, fields, becomes: { ...link, ...afterChanges(fields) } }
}

/** Our id of everybody who will be here, by source key; for people yet to be added the key itself. */
function identities(
  existing: ExistingRoster,
  matches: Matches,
  add: readonly ImportedPerson[],
): ReadonlyMap<string, string> {
  return new Map([
    ...existing.people.flatMap(({ source, personId }): [string, string][] =>
      source ? [[sourceKey(source), personId]] : [],
    ),
    ...add.map(({ source }): [string, string] => [sourceKey(source), sourceKey(source)]),
    ...[...matches].map(([key, { personId }]): [string, string] => [key, personId]),
  ])
}

function linksByPair(
  links: readonly ImportedResponsibility[],
  idOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, ImportedResponsibility> {
  return new Map(
    links.flatMap((link): [string, ImportedResponsibility][] => {
      const [child, adult] = [idOf.get(sourceKey(link.child)), idOf.get(sourceKey(link.adult))]
      return child && adult ? [[pair(child, adult), link]] : []
    }),
  )
}

function ended(
  existing: ExistingRoster,
  imported: ImportedRoster,
  matches: Matches,
  now: ReadonlySet<string>,
): readonly ExistingResponsibility[] {
  const inSet = new Set([...matches.values()].map(({ personId }) => personId))
  const ours = new Set(
    existing.people.filter(({ source }) => source?.system === imported.system).map(({ personId }) => personId),
  )
  const withheld = new Set(
    existing.people.flatMap(({ source, personId }) =>
      source && imported.withheld.has(sourceKey(source)) ? [personId] : [],
    ),
  )
  return existing.responsibilities.filter(({ childId, adultId }) => {
    const certain = inSet.has(childId) && ours.has(adultId) && !withheld.has(adultId)
    return certain && !now.has(pair(childId, adultId))
  })
}

function pair(child: string, adult: string): string {
  return `${child}\u0000${adult}`
}
