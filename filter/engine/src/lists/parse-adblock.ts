import { canonicalHost, isHost } from '../canonical/host.js'
import type { ListGatherer } from './list-gatherer.js'

/** Options that do not narrow what a school's filter does, and may be there. All others would, and are refused. */
const HARMLESS: ReadonlySet<string> = new Set(['all', 'document', 'doc'])

/**
 * One line of the documented subset: `||host^`, `||host/path`, `|http…|`, text with * and ^, and `@@` before any. `into` gets the
 * blocks and `exceptions` what is not to be blocked after all. Everything else is refused with its reason.
 */
export function parseAdblockLine(text: string, into: ListGatherer, exceptions: ListGatherer): void {
  if (text === '' || text.startsWith('!') || /^\[adblock/i.test(text)) return into.comment()
  const why = unsupported(text)
  if (why !== null) return into.refuse(why)
  const isException = text.startsWith('@@')
  const { pattern, options } = apart(isException ? text.slice(2) : text)
  const narrowing = options.find((option) => !HARMLESS.has(option))
  if (narrowing !== undefined) return into.refuse(`the option ${narrowing.split('=')[0]} is not supported`)
  take(pattern, isException ? exceptions : into)
}

function unsupported(text: string): string | null {
  if (/#[@?$%]*#/.test(text)) return 'it hides parts of pages, which a filter on the network cannot'
  // What stands between slashes is one for every reader of such lists, plain words too: '/games/' is 'games' anywhere.
  if (/^(@@)?\/.*\/(\$|$)/.test(text)) return 'regular expressions are not supported; a part of a path is /part/*'
  return text.startsWith('#') ? 'it is neither a rule nor a comment of this format' : null
}

function apart(text: string): { readonly pattern: string; readonly options: readonly string[] } {
  const dollar = text.lastIndexOf('$')
  if (dollar < 0 || /[/^*]/.test(text.slice(dollar + 1))) return { pattern: text, options: [] }
  return { pattern: text.slice(0, dollar), options: text.slice(dollar + 1).split(',') }
}

function take(pattern: string, into: ListGatherer): void {
  const named = /^\|\|([^/^*|?:]+)([/^|?:].*)?$/.exec(pattern)
  // '||host*' and '||host.' mean every host that begins so.
  if (named !== null && named[1]?.endsWith('.') === false) return takeHost(named[1], named[2] ?? '', into)
  if (pattern.startsWith('||')) return into.refuse('a wildcard in the host is not supported')
  takeAnywhere(pattern, into)
}

function takeAnywhere(pattern: string, into: ListGatherer): void {
  const toEnd = pattern.endsWith('|')
  const fromStart = pattern.startsWith('|')
  const text = pattern.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined).toLowerCase()
  if (text.replace(/[*^]/g, '').length < 4)
    return into.refuse('it says so little that it would match almost everything')
  if (!fromStart && !toEnd && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text)) return into.host(text, false)
  into.pattern({ list: into.list, host: null, text, fromStart, toEnd })
}

function takeHost(host: string, rest: string, into: ListGatherer): void {
  if (rest === '^' || rest === '' || rest === '^|' || rest === '/' || rest === '^*') return into.host(host, false)
  const found = canonicalHost(host)
  if (!isHost(found)) return into.refuse(found.why)
  const toEnd = rest.endsWith('|')
  const text = (toEnd ? rest.slice(0, -1) : rest).toLowerCase()
  into.pattern({ list: into.list, host: found.host, text, fromStart: true, toEnd })
}
