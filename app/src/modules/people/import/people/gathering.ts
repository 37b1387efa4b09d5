import { type ImportProblem, problem } from '../problem.js'
import { type FilePlace, type ImportedPerson, type ImportedResponsibility, sourceKey } from '../roster.js'
import type { RuleId } from '../rules.js'
import { sameLetters } from './derive-id.js'

/** People and links while the lines come in: one of each, however often a file repeats them. */
export interface Gathering {
  readonly people: ReadonlyMap<string, ImportedPerson>
  readonly links: ReadonlyMap<string, ImportedResponsibility>
  /** Whom each line speaks of, by `lineKey`. */
  readonly mentions: ReadonlyMap<string, ReadonlySet<string>>
  /** Says that a line speaks of somebody; `addPerson` does so by itself. */
  mention(at: FilePlace, key: string): void
  /** Takes in a person; `column` is the heading over their id, for a problem. */
  addPerson(person: ImportedPerson, column: string | null): 'new' | 'again' | 'contradicts'
  addLink(link: ImportedResponsibility): void
}

/** A text for a line of a file, to be a key. */
export function lineKey({ file, line }: { readonly file: string; readonly line: number | null }): string {
  return `${file}\u0000${line}`
}

/** An empty gathering. What lines contradict in each other is noted in `problems`. */
export function gathering(problems: ImportProblem[]): Gathering {
  const people = new Map<string, ImportedPerson>()
  const links = new Map<string, ImportedResponsibility>()
  const mentions = new Map<string, Set<string>>()
  const mention = (at: FilePlace, key: string) => {
    const line = lineKey(at)
    const known = mentions.get(line)
    if (known) known.add(key)
    else mentions.set(line, new Set([key]))
  }
  const addPerson: Gathering['addPerson'] = (person, column) => {
    const key = sourceKey(person.source)
    mention(person.at, key)
    const before = people.get(key)
    const rule = before && clash(before, person)
    if (before && rule) {
      problems.push(clashProblem(rule, before, person, column))
      return 'contradicts'
    }
    people.set(key, before ? fillBlanks(before, person) : person)
    return before ? 'again' : 'new'
  }
  const addLink: Gathering['addLink'] = (link) => {
    const key = `${sourceKey(link.child)}\u0000${sourceKey(link.adult)}`
    if (!links.has(key)) links.set(key, link)
  }
  return { people, links, mentions, mention, addPerson, addLink }
}

const DETAILS = [
  'knownAs',
  'classCode',
  'year',
  'upn',
  'email',
  'phone',
  'username',
  'jobTitle',
  'start',
  'end',
] as const

/** The rule that two lines about one id break: another name is another person, another detail a contradiction. */
function clash(before: ImportedPerson, now: ImportedPerson): RuleId | null {
  if (nameOf(before) !== nameOf(now) || differs(before.born, now.born)) return 'id-twice'
  return DETAILS.some((detail) => differs(before[detail], now[detail])) ? 'line-differs' : null
}

function nameOf({ given, family }: ImportedPerson): string {
  return sameLetters(`${given ?? ''} ${family ?? ''}`)
}

/** A blank contradicts nothing. */
function differs(before: string | null | undefined, now: string | null | undefined): boolean {
  return Boolean(before && now && before !== now)
}

function fillBlanks(before: ImportedPerson, now: ImportedPerson): ImportedPerson {
  const filled = Object.entries(now).filter(([key, value]) => value !== null && !before[key as keyof ImportedPerson])
  return filled.length === 0 ? before : { ...before, ...Object.fromEntries(filled) }
}

function clashProblem(rule: RuleId, before: ImportedPerson, now: ImportedPerson, column: string | null): ImportProblem {
  const value = now.source.id.slice(now.source.id.indexOf('/') + 1)
  return problem(rule, { ...now.at, column }, { value, other: lineInWords(before.at, now.at) })
}

/** 'line 9' as seen from another line: with the file's name where that is another. */
export function lineInWords(line: FilePlace, seenFrom: FilePlace): string {
  return line.file === seenFrom.file ? String(line.line) : `${line.line} of ${line.file}`
}
