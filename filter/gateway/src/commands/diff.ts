import { type Decision, type Question, type Snapshot, verdictOf, whatChanges } from '../../../engine/src/index.js'
import { type LogRow, questionOf, readLog } from '../log/read-log.js'
import { openSnapshotFile } from './open-snapshot-file.js'
import { say } from './say.js'
import { shownTarget } from './shown-target.js'
import { VERDICT_WORDS } from './verdict-words.js'

export interface DiffOptions {
  readonly log: string
  readonly key: string
}

/** `hedgerow filter diff <a> <b> --log <log>`: what is new in the second, and what would have been answered otherwise. */
export async function diff(before: string, after: string, { log, key }: DiffOptions): Promise<number> {
  const [a, b] = await Promise.all([openSnapshotFile(before, key), openSnapshotFile(after, key)])
  const replay = new Replay(a, b)
  for await (const row of readLog(log)) replay.row(row)
  for (const sentence of [...whatChanges(a, b), ...replay.sentences()]) say(sentence)
  return 0
}

interface Change {
  readonly before: Decision
  readonly after: Decision
  times: number
}

/** Most changes that are kept apart; further ones are only counted. */
const MOST_CHANGES = 100_000

/** Answers a log's questions by two snapshots and remembers where they differ. A question that comes again costs nothing. */
export class Replay {
  readonly #a: Snapshot
  readonly #b: Snapshot
  readonly #changes = new Map<string, Change>()
  #asked = 0
  #changed = 0
  #unread = 0

  constructor(a: Snapshot, b: Snapshot) {
    this.#a = a
    this.#b = b
  }

  row(row: LogRow | null): void {
    if (row === null) return void this.#unread++
    // A page's line stands beside its request's own, and must not count twice.
    if (row.kind === 'page') return
    const question = questionOf(row)
    this.#asked++
    const before = outcome(this.#a, question)
    const after = outcome(this.#b, question)
    if (before === after) return
    this.#changed++
    this.#remember(question, `${question.who.group} ${question.target} ${before} ${after}`)
  }

  sentences(): string[] {
    const { number: a } = this.#a.id
    const { number: b } = this.#b.id
    const many = [...this.#changes.values()].toSorted((x, y) => y.times - x.times)
    return [
      `Of ${count(this.#asked, 'question')} in the log, ${this.#changed === 0 ? 'none would be' : `${count(this.#changed, 'question')} would be`} answered otherwise by snapshot ${b} than by snapshot ${a}.`,
      ...(this.#unread === 0 ? [] : [`${count(this.#unread, 'line')} could not be read.`]),
      ...many.map(told),
    ]
  }

  #remember(question: Question, key: string): void {
    const known = this.#changes.get(key)
    if (known !== undefined) known.times++
    else if (this.#changes.size < MOST_CHANGES)
      this.#changes.set(key, { before: this.#a.decide(question), after: this.#b.decide(question), times: 1 })
  }
}

const outcome = (snapshot: Snapshot, { kind, target, who, at }: Question): string => {
  const profile = snapshot.profile(who)
  const found =
    kind === 'dns' || kind === 'connect'
      ? snapshot.outcomeOfHost(target, profile, at)
      : snapshot.outcomeOfUrl(target, profile, at)
  return `${verdictOf(found)} ${snapshot.categoryOf(found) ?? ''} ${snapshot.rewrite(found)?.engine ?? ''}`
}

const count = (number: number, what: string): string =>
  `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`

function told({ before, after, times }: Change): string {
  const state = ({ verdict, category, rewrite }: Decision): string =>
    `${VERDICT_WORDS[verdict]}${category === null ? '' : ` (${category})`}${rewrite === null ? '' : ', searching safely'}`
  const isIllegal = before.layer === 'illegal' || after.layer === 'illegal'
  return `${shownTarget(after.question.target, isIllegal ? 'illegal' : after.layer)}, for ${after.question.who.group}: was ${state(before)}, would be ${state(after)}, by ${after.decidedBy.rule}. Asked for ${times === 1 ? 'once' : `${times.toLocaleString('en-GB')} times`}.`
}
