import { dutyAnswered, dutyCalled } from '../../engine/duties/events.js'
import { findCall } from '../../engine/duties/read-duties.js'
import type { DutyCallRow } from '../../engine/duties/schema.js'
import { noticeReceived } from '../../engine/notices/receipts.js'
import { clauseOf } from '../../engine/packs/lookup.js'
import { registerChanged } from '../../engine/registers/events.js'
import type { Tx } from '../../kernel/db/tx.js'
import { on } from '../../kernel/events.js'
import type { Listener } from '../../kernel/events.js'
import type { PostId } from '../../kernel/ids.js'
import { enqueue } from '../../kernel/jobs/job.js'
import { closeTask, openTask } from '../communications/index.js'
import { personEnded, postChanged } from '../people/index.js'
import { findActivePack, packActivated, policyTouched } from '../policy/index.js'
import { labelOf } from './escalate.js'
import { roundNow } from './jobs/call-what-is-due.js'
import { entryChanged } from './jobs/entry-changed.js'
import { dutyInstanceUrl } from './urls.js'

const judgeSoon = (tx: Tx): Promise<void> => enqueue(tx, policyTouched, { schoolId: tx.actor.schoolId })
const roundSoon = (tx: Tx): Promise<void> => enqueue(tx, roundNow, { schoolId: tx.actor.schoolId })

/** What happens here when something happens: tasks open and close, and the promises are looked at again within seconds. */
export const listens: readonly Listener[] = [
  on(dutyCalled, async (tx, { call }) => {
    const called = await findCall(tx, call)
    if (called) await openFor(tx, called)
  }),
  on(dutyAnswered, async (tx, { call, outcome }) => {
    if (outcome !== 'not-done') await closeTask(tx, { about: call })
    await judgeSoon(tx)
  }),
  on(registerChanged, async (tx, { entry }) => {
    await enqueue(tx, entryChanged, { schoolId: tx.actor.schoolId, entry })
    await judgeSoon(tx)
  }),
  on(noticeReceived, judgeSoon),
  on(packActivated, roundSoon),
  on(postChanged, roundSoon),
  on(personEnded, judgeSoon),
]

/** A call that was made is a task in the one list of whoever owes it. */
async function openFor(tx: Tx, call: DutyCallRow): Promise<void> {
  const active = await findActivePack(tx)
  const clause = active && clauseOf(active.pack, call.clause)
  await openTask(tx, {
    key: `duty:${call.id}`,
    kind: 'duty',
    post: call.post,
    person: null,
    about: { table: 'duty_call', id: call.id },
    label: clause ? labelOf({ number: clause.number, asks: clause.text }) : call.duty,
    url: dutyInstanceUrl({ duty: call.duty, key: call.key }),
    due: call.due_at,
    sight: { posts: call.sees.filter((name): name is PostId => !name.includes('.')), persons: [], never: [] },
  })
}
