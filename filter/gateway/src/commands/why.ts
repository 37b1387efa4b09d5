import { existsSync } from 'node:fs'
import { type Decision, type Snapshot } from '../../../engine/src/index.js'
import { type LogRow, questionOf, readLog } from '../log/read-log.js'
import { Problem } from '../problem.js'
import { explained } from './explain.js'
import { openSnapshotFile } from './open-snapshot-file.js'
import { say } from './say.js'

export interface WhyOptions {
  readonly log: string
  readonly snapshot: string
  readonly key: string
}

/**
 * `hedgerow filter why <decision>`: the whole story of something that was decided, from the log's line and the snapshot of then.
 * Its id comes out again only where question, snapshot and answer are the same.
 */
export async function why(decision: string, { log, snapshot, key }: WhyOptions): Promise<number> {
  const row = await lineOf(decision, log)
  const then = await snapshotOf(Number.parseInt(decision, 10), snapshot, key)
  const again = then.decide(questionOf(row))
  for (const line of explained(again)) say(line)
  if (again.id === decision) return 0
  say(notTheSame(again, row))
  return 1
}

async function lineOf(decision: string, log: string): Promise<LogRow> {
  for await (const row of readLog(log)) if (row?.decision === decision) return row
  throw new Problem(`Decision ${decision} is not in ${log}: it may have been sent or removed, or never was.`)
}

/** The snapshot in place or one that was kept beside it. */
async function snapshotOf(number: number, file: string, key: string): Promise<Snapshot> {
  const kept = `${file}.${number}`
  const place = existsSync(kept) ? kept : file
  const found = await openSnapshotFile(place, key)
  if (found.id.number === number) return found
  throw new Problem(
    `Snapshot ${number}, by which it was decided, is kept no longer: ${file} is number ${found.id.number}.`,
  )
}

const notTheSame = ({ verdict }: Decision, row: LogRow): string =>
  `This is not the whole of it: then it was "${row.verdict}" (${row.layer}), and by what the log holds it is "${verdict}". The text of a page is never logged, and what the log cuts short is not there.`
