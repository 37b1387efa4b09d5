import type { Temporal } from 'temporal-polyfill'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { thisSchool } from '../../../kernel/school.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { holdersOf, personCards } from '../../people/index.js'
import type { PolicyApprovalRow } from '../adoption-schema.js'
import { linkedDocuments } from '../registers/linked-documents.js'
import { readEntries } from '../../../engine/registers/typed-entry.js'
import type { DocumentFacts, LinkedDocument } from '../document/policy-document.js'
import { cadencesOf } from '../reviews/cadences.js'
import { actsForText } from './approvals.js'
import { cadenceStates } from './reviews.js'
import type { CadenceState } from './reviews.js'
import type { Version } from './versions.js'

/**
 * What a document says of itself besides its promises. Read as the worker: a public reader may know who holds the posts
 * and who approved, because the policy prints it, but may not ask the tables.
 */
export async function documentFacts(tx: ReadTx, pack: Pack, version: Version): Promise<DocumentFacts> {
  const holdings = Map.groupBy(await holdersOf(tx, null), ({ post }) => post as string)
  const acts = await actsForText(tx, version.hash)
  const names = await personCards(
    tx,
    acts.map(({ person_id }) => person_id),
  )
  const nameOf = (act: PolicyApprovalRow) =>
    `${names.get(act.person_id)?.name ?? 'Somebody'}, ${titleOfPost(pack, act.post)}`
  return {
    school: (await thisSchool(tx)).name,
    standing: {
      version: version.number,
      from: version.from,
      until: version.until,
      hash: version.hash,
      approvals: approvalsIn(pack, acts, nameOf),
    },
    holders: new Map([...holdings].map(([post, held]) => [post, held.map(({ name }) => name)])),
    reviews: (await cadenceStates(tx, cadencesOf(pack))).map((state) => reviewSentence(pack, state)),
    changes: version.differences,
    documents: await documentsNamed(tx),
  }
}

/** Laws and guidance stand in the pack's own list. A place that is no address is the school's business, and is not printed. */
async function documentsNamed(tx: ReadTx): Promise<readonly LinkedDocument[]> {
  const entries = await readEntries(tx, linkedDocuments)
  return entries
    .filter(({ values }) => values['state'] === 'current' && (values['kind'] === 'policy' || values['kind'] === 'page'))
    .map(({ title, values }) => {
      const [where, edition] = [values['where'], values['edition']].map((said) =>
        typeof said === 'string' ? said : '',
      )
      return { title, edition: edition ?? '', web: where && /^https?:\/\/\S+$/.test(where) ? where : null }
    })
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'))
}

/** 'Approved by the governors, 19 November 2026 (minute 7.2): Ruth Osei, Chair of governors.' One sentence a step. */
function approvalsIn(
  pack: Pack,
  acts: readonly PolicyApprovalRow[],
  nameOf: (act: PolicyApprovalRow) => string,
): readonly string[] {
  return [...Map.groupBy(acts, ({ step }) => step)].map(([step, done]) => {
    const title = pack.adoption.steps.find(({ id }) => id === step)?.title ?? step
    const meeting = done.find(({ meeting_on }) => meeting_on)
    const minute = meeting?.minute ? ` (minute ${meeting.minute})` : ''
    const day = meeting?.meeting_on ?? done.at(-1)?.at.toZonedDateTimeISO('Europe/London').toPlainDate()
    return `${title}, ${day ? dateInFull(day) : ''}${minute}: ${done.map(nameOf).join('; ')}.`
  })
}

/** 'Chair of governors, every 12 months. Last 3 November 2025, next by 3 November 2026: overdue.' */
export function reviewSentence(pack: Pack, { cadence, last, due }: CadenceState): string {
  const day = (date: Temporal.PlainDate | null | undefined) => (date ? dateInFull(date) : '')
  const lately = last?.held_on ? `Last on ${day(last.held_on)}` : 'Not held yet'
  const next = due ? `next by ${day(due.on)}${due.overdue ? ', which is overdue' : ''}` : 'no further one is asked for'
  return `${titleOfPost(pack, cadence.post)}, ${cadence.words}. ${lately}; ${next}.`
}
