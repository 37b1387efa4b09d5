import type { ListFile, ListFormat, ListSource } from '../list-source.js'
import { type Gathered, ListGatherer } from './list-gatherer.js'
import { parseAdblockLine } from './parse-adblock.js'
import {
  type LineParser,
  parseAddressLine,
  parseDomainLine,
  parseHostsLine,
  parseSquidLine,
  parseUrlLine,
  refuseLine,
} from './parse-lines.js'
import { readLines } from './read-lines.js'

/** A row of the snapshot's table of lists, to be filled: which list, or which folder of it. */
export interface ListPart {
  readonly source: ListSource
  readonly list: number
  /** For Adblock lists, the row that holds what is not to be blocked after all. */
  readonly exceptions: number
  readonly files: readonly ListFile[]
}

const NO_EXPRESSIONS = 'regular expressions are not supported'

/**
 * What each file of a folder format holds, by its name. Squid, SquidGuard, UT1 and E2Guardian each have their own; E2Guardian's begin with
 * `local` as well, for what the school itself put there.
 */
const FILES: Readonly<Record<string, LineParser>> = {
  domains: parseDomainLine,
  urls: parseUrlLine,
  expressions: refuseLine(NO_EXPRESSIONS),
  bannedsitelist: parseDomainLine,
  exceptionsitelist: parseDomainLine,
  greysitelist: parseDomainLine,
  bannedurllist: parseUrlLine,
  exceptionurllist: parseUrlLine,
  greyurllist: parseUrlLine,
  bannedsiteiplist: parseAddressLine,
  exceptionsiteiplist: parseAddressLine,
  bannedregexpurllist: refuseLine(NO_EXPRESSIONS),
  bannedphraselist: refuseLine('phrases have a list of their own: see the phrase format'),
  weightedphraselist: refuseLine('phrases have a list of their own: see the phrase format'),
  usage: refuseLine('it tells people about the list, and lists nothing'),
}

const LINES: Partial<Readonly<Record<ListFormat, LineParser>>> = {
  domains: parseDomainLine,
  hosts: parseHostsLine,
  urls: parseUrlLine,
  addresses: parseAddressLine,
  squid: parseSquidLine,
}

/** Who takes the entries of a list; `spared` takes what an Adblock list says is not to be blocked after all. */
export interface Takers {
  readonly listed: ListGatherer
  readonly spared: ListGatherer
}

export const takersOf = ({ source, list, exceptions }: ListPart, gathered: Gathered): Takers => ({
  listed: new ListGatherer(source.id, list, gathered),
  spared: new ListGatherer(source.id, exceptions, gathered),
})

/** Reads the files of one list, or of one folder of it. */
export async function readFiles({ source, files }: ListPart, { listed, spared }: Takers): Promise<void> {
  const isBanning = files.some(({ path }) => isBan(path))
  for (const file of files) {
    const parse = isBanning && isOpening(file.path) ? AMONG_BANS : parserFor(source.format, file.path, spared)
    let line = 0
    await readLines(file, {
      line(bytes, from, to) {
        listed.at(file.path, ++line)
        parse(bytes, from, to, listed)
      },
      refused(why) {
        listed.at(file.path, ++line)
        listed.refuse(why)
      },
    })
  }
}

const nameOf = (path: string): string =>
  (path.split('/').at(-1) ?? '').replace(/\.gz$/, '').replace(/^local(?=banned|exception|grey)/, '')

const isBan = (path: string): boolean => nameOf(path).startsWith('banned')
const isOpening = (path: string): boolean => /^(exception|grey)/.test(nameOf(path))

/** A folder has one category: taken with the others, what E2Guardian opens would be shut with what it bans. */
const AMONG_BANS = refuseLine('it opens what others here ban: give it a list of its own')

/** What reads the lines of a file. */
export function parserFor(format: ListFormat, path: string, spared: ListGatherer): LineParser {
  const parse = textParserFor(format, path, spared)
  return (bytes, from, to, into) => {
    if (isBinary(bytes, from, to)) refuseBinary(into, bytes, from, to)
    else parse(bytes, from, to, into)
  }
}

function textParserFor(format: ListFormat, path: string, spared: ListGatherer): LineParser {
  if (format === 'adblock')
    return (bytes, from, to, into) => parseAdblockLine(into.text(bytes, from, to).trim(), into, spared)
  const byFormat = LINES[format]
  if (byFormat !== undefined) return byFormat
  const name = nameOf(path)
  return withoutDirectives(FILES[name] ?? refuseLine(`files called ${name} are not known in this format`))
}

/** E2Guardian's own words in a list: an include, a category, a time. None of them is an entry. */
function withoutDirectives(parse: LineParser): LineParser {
  return (bytes, from, to, into) => {
    if (bytes[from] === 0x2e && bytes[from + 1] === 0x49) {
      into.text(bytes, from, to)
      into.refuse('an include is not followed: name the file itself')
    } else if (startsWithWord(bytes, from, 'listcategory:') || startsWithWord(bytes, from, '#listcategory:'))
      into.comment()
    else parse(bytes, from, to, into)
  }
}

const startsWithWord = (bytes: Uint8Array, from: number, word: string): boolean =>
  Array.from(word).every((character, at) => bytes[from + at] === character.charCodeAt(0))

/** Bytes that no text has: below a space, but for tabs and the ends of lines. */
function isBinary(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte < 0x20 && byte !== 9 && byte !== 13) return true
  }
  return false
}

function refuseBinary(gatherer: ListGatherer, bytes: Uint8Array, from: number, to: number): void {
  gatherer.text(bytes, from, Math.min(to, from + 80))
  gatherer.refuse('binary rubbish')
}
