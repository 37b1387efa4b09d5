import type { Pack } from '../../../engine/packs/pack.js'
import { path, whoActs } from '../../../engine/procedures/index.js'
import type { Path, Procedure } from '../../../engine/procedures/index.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { calendarOf } from '../../people/index.js'
import { circumstancesOf } from '../commands/circumstances.js'
import type { CaseRow, CaseTables, DutyRow } from '../schema.js'
import { tables } from '../../../kernel/db/tx.js'
import { runningIn } from './progress-of.js'

/** The procedure of a case as its page shows it: behind, in hand, to come, and whose the step in hand is. */
export interface CasePath extends Path {
  readonly procedure: Procedure
  /** Whose step it is, and whether that post may see the case. */
  readonly post: PostId | null
  readonly postSees: boolean
  /** Whether the actor may enter it. */
  readonly mayEnter: boolean
  readonly due: DutyRow['due_at']
}

/** The path of the procedure in hand, or null for a case without one. */
export async function pathOf(tx: ReadTx, row: CaseRow, pack: Pack): Promise<CasePath | null> {
  const running = await runningIn(tx, row)
  if (!running) return null
  const { procedure, progress } = running
  const drawn = path(procedure, progress)
  const { now } = drawn
  if (now === null || row.state === 'closed')
    return { ...drawn, procedure, post: null, postSees: true, mayEnter: false, due: null }
  const post = whoActs(procedure, progress, now)
  const { mayActAs } = circumstancesOf(tx, row, pack, await calendarOf(tx))
  const inPerson = now.inPerson || now.kind === 'approve'
  return {
    ...drawn,
    procedure,
    post,
    postSees: row.sight_posts.includes(post) || post.startsWith('any-'),
    mayEnter: mayActAs?.(post, inPerson) ?? false,
    due: (await openStep(tx, row.id))?.due_at ?? null,
  }
}

const openStep = (tx: ReadTx, caseId: string): Promise<Pick<DutyRow, 'due_at'> | undefined> =>
  tables<CaseTables>(tx)
    .selectFrom('case_duty')
    .select('due_at')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'step')
    .where('met_at', 'is', null)
    .executeTakeFirst()
