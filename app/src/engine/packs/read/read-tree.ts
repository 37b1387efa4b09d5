import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { PackProblem } from '../problem.js'
import { LIMITS } from './limits.js'
import type { Places } from './places.js'
import type { Tree, TreeMap } from './tree.js'
import { isReservedKey, unsafeText } from './unsafe-text.js'

/** One file on its way from YAML to plain values. */
interface Reading {
  readonly file: string
  readonly lines: LineCounter
  readonly places: Places
  readonly problems: PackProblem[]
  values: number
}

/**
 * Turns one YAML file into plain values, noting where each stands. Only what plain data needs is read: an alias, an
 * anchor or a tag is refused (a few hundred bytes of aliases can stand for gigabytes), as is anything over the limits.
 * Never throws: what the parser cannot stomach is a problem like any other.
 */
export function readTree(file: string, text: string, places: Places): { tree: Tree; problems: readonly PackProblem[] } {
  const reading: Reading = { file, lines: new LineCounter(), places, problems: [], values: 0 }
  const parsed = parse(text, reading)
  const tree = parsed && reading.problems.length === 0 ? plain(parsed.contents, reading, 0) : null
  return { tree, problems: reading.problems }
}

function parse(text: string, reading: Reading): Document.Parsed | undefined {
  try {
    const parsed = parseDocument(text, {
      lineCounter: reading.lines,
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: true,
      stringKeys: true,
      prettyErrors: false,
    })
    for (const error of [...parsed.errors, ...parsed.warnings])
      blame(reading, error.pos[0], yamlSentence(error.message))
    return parsed
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    reading.problems.push({ file: reading.file, line: null, column: null, sentence: TOO_DEEP })
    return undefined
  }
}

const TOO_DEEP = `maps and lists lie more than ${LIMITS.depth} deep inside one another.`

const yamlSentence = (message: string) => `this is not YAML that can be read: ${message.replace(/\.?\s*$/, '')}.`

function blame(reading: Reading, offset: number, sentence: string): void {
  const { line, col } = reading.lines.linePos(offset)
  reading.problems.push({ file: reading.file, line, column: col, sentence })
}

const offsetOf = (node: Node | null | undefined): number => node?.range?.[0] ?? 0

function placeOf(reading: Reading, node: Node | null | undefined) {
  const { line, col } = reading.lines.linePos(offsetOf(node))
  return { file: reading.file, line, column: col }
}

function plain(node: Node | null, reading: Reading, depth: number): Tree {
  if (node === null || refused(node, reading, depth)) return null
  if (isMap(node)) return plainMap(node as YAMLMap<Node, Node | null>, reading, depth)
  if (isSeq(node)) return plainList(node as YAMLSeq<Node>, reading, depth)
  return isScalar(node) ? plainScalar(node.value, node, reading) : null
}

/** Whether a node may not be read at all; says why, once. */
function refused(node: Node, reading: Reading, depth: number): boolean {
  const found = objectionTo(node, reading, depth)
  if (found) blame(reading, offsetOf(node), found)
  return found !== undefined
}

function objectionTo(node: Node, reading: Reading, depth: number): string | undefined {
  reading.values += 1
  if (isAlias(node)) return 'aliases ("*name") are not allowed; write the words out.'
  if ('anchor' in node && node.anchor) return 'anchors ("&name") are not allowed; write the words out.'
  if (node.tag !== undefined) return 'tags ("!name") are not allowed.'
  if (depth > LIMITS.depth) return TOO_DEEP
  // Said once, at the value that is one too many; the rest of the file is passed over in silence.
  if (reading.values === LIMITS.values + 1) return `there are more than ${LIMITS.values} values in this file.`
  return undefined
}

function plainMap(map: YAMLMap<Node, Node | null>, reading: Reading, depth: number): TreeMap {
  const plainly: Record<string, Tree> = {}
  reading.places.noteSelf(plainly, placeOf(reading, map))
  for (const pair of map.items) addPair(pair, plainly, reading, depth)
  return plainly
}

function addPair(pair: Pair<Node, Node | null>, onto: Record<string, Tree>, reading: Reading, depth: number): void {
  const key = isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : undefined
  if (key === undefined || isReservedKey(key) || unsafeText(key)) {
    return blame(reading, offsetOf(pair.key), 'this name of a field cannot be used in a pack.')
  }
  if (reading.values > LIMITS.values) return
  onto[key] = plain(pair.value, reading, depth + 1)
  reading.places.noteKey(onto, key, placeOf(reading, pair.key))
}

function plainList(list: YAMLSeq<Node>, reading: Reading, depth: number): Tree {
  const plainly: Tree[] = []
  reading.places.noteSelf(plainly, placeOf(reading, list))
  for (const [index, item] of list.items.entries()) {
    if (reading.values > LIMITS.values) break
    reading.places.noteKey(plainly, index, placeOf(reading, item))
    plainly.push(plain(item, reading, depth + 1))
  }
  return plainly
}

function plainScalar(value: unknown, node: Node, reading: Reading): Tree {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value !== 'string') return null
  const wrong = unsafeText(value)
  if (wrong) blame(reading, offsetOf(node), `this text ${wrong}.`)
  return value
}
