import { Temporal } from 'temporal-polyfill'
import { engineParams, namesIn } from '../../../engine/clauses/params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { clausesOf } from '../../../engine/packs/lookup.js'
import { unfinished } from '../../../engine/packs/unfinished.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { holdersOf } from '../../people/index.js'
import { isPublic } from '../commands/set-publication.js'
import { copyCode } from '../document/copy-code.js'
import { sheetLines } from '../document/policy-document.js'
import { actsForText } from '../queries/approvals.js'
import { atVersion, finding } from './at.js'
import type { At } from './at.js'

/** What one side of the document shows, and what is wrong with it. */
interface Looked {
  readonly basis: string
  readonly found: readonly Finding[]
}
type Look = (at: At) => Promise<Looked> | Looked

const looks: Readonly<Record<string, Look>> = {
  identity: async ({ tx, version, owner }) => {
    const acts = await actsForText(tx, version.hash)
    const found =
      acts.length === 0 ? [finding(`Version ${version.number} shows nobody who approved it, and no day.`, owner)] : []
    return { basis: `Version ${version.number} shows ${acts.length} dated acts`, found }
  },
  names: async ({ tx, pack }) => {
    const held = new Set((await holdersOf(tx, null)).map(({ post }) => post))
    const vacant = pack.posts.filter(({ id, required }) => required && !held.has(id))
    const found = vacant.map(({ id, title }) =>
      finding(`The policy names nobody as ${title}.`, id === 'headteacher' ? id : pack.adoption.owner),
    )
    return { basis: `${pack.posts.length} posts, named from who holds them`, found }
  },
  laws: ({ pack, asOf, owner }) => {
    const yearAgo = londonDate(asOf).subtract({ years: 1 })
    const old = pack.laws.filter(
      ({ checked }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(checked), yearAgo) < 0,
    )
    const found = old.map(({ title, checked }) =>
      finding(`${title} was last checked on ${checked}, more than a year ago.`, owner),
    )
    return { basis: `${pack.laws.length} laws and guides, each with its edition`, found }
  },
  plain: ({ pack }) => ({ basis: `${clausesOf(pack).length} promises in plain words`, found: [] }),
  child: ({ pack, owner }) => {
    const [ks1, ks2] = [
      sheetLines(pack, 'ks1').length,
      clausesOf(pack).filter(({ child }) => child !== undefined).length,
    ]
    const found =
      ks1 === 0 || ks2 === 0 ? [finding('There are no words for children in the version in force.', owner)] : []
    return { basis: `${ks2} promises in words for 7 to 11, ${ks1} for 5 to 7`, found }
  },
  contents: ({ pack, owner }) => ({
    basis: `${pack.parts.length} parts, each at its own address`,
    found: pack.parts
      .filter(({ clauses }) => clauses.length === 0)
      .map(({ title }) => finding(`The part “${title}” is announced and empty.`, owner)),
  }),
  changes: ({ version, owner }) => {
    const silent = version.number > 1 && version.differences.length === 0
    const found = silent ? [finding(`Version ${version.number} does not say what changed.`, owner)] : []
    return {
      basis: version.number === 1 ? 'The first version' : `What changed is printed in version ${version.number}`,
      found,
    }
  },
  copies: ({ version }) => ({
    basis: `Every print carries the code ${copyCode(version.hash)}, which a public page checks`,
    found: [],
  }),
  published: async ({ tx, pack }) => {
    const post = pack.posts.find(({ powers }) => powers.includes('policy.activate'))?.id ?? pack.adoption.owner
    const found = (await isPublic(tx)) ? [] : [finding('The policy is not on a page that anybody may read.', post)]
    return { basis: 'Whether anybody may read it', found }
  },
}

const whole: Look = ({ version, pack, owner }) => ({
  basis: `It stands in version ${version.number}, in force from ${version.from.toString()}`,
  found: unfinished(pack).map(({ sentence }) => finding(sentence, owner)),
})

/**
 * The policy as a document. A promise that the document itself keeps (its aims, its rights, what it covers) is kept while
 * the version in force holds it and has no blank left; the other sides are each looked at on the records.
 */
export const policyDocumentMechanism: Mechanism = {
  id: 'policy-document',
  params: engineParams(),
  page: '/policy',
  check: (tx, params, asOf) =>
    atVersion(tx, asOf, async (at) => {
      const aspects = namesIn(params, 'aspect')
      const asked: readonly Look[] = aspects.length === 0 ? [whole] : aspects.map((aspect) => looks[aspect] ?? whole)
      const seen: Looked[] = []
      for (const look of asked) seen.push(await look(at))
      return judged(
        seen.map(({ basis }) => basis).join('; '),
        seen.flatMap(({ found }) => found),
      )
    }),
}
