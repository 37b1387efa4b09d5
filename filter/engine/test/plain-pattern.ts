import type { UrlPattern } from '../src/patterns/url-pattern.js'

const SEPARATOR = /[^A-Za-z0-9_.%-]/

/** Whether a pattern matches a URL, written as it is explained, with nothing done for speed: what the table is held against. */
export function matchesPlainly({ host, text, fromStart, toEnd }: UrlPattern, urlHost: string, url: string): boolean {
  if (host !== null && urlHost !== host && !urlHost.endsWith(`.${host}`)) return false
  const given = (
    host === null ? url : url.slice(url.indexOf(urlHost, url.indexOf('://')) + urlHost.length)
  ).toLowerCase()
  const starts = fromStart || host !== null ? [0] : Array.from({ length: given.length + 1 }, (_, at) => at)
  return starts.some((at) => fitsAt(text, given.slice(at), toEnd))
}

function fitsAt(text: string, given: string, toEnd: boolean): boolean {
  if (text === '') return !toEnd || given === ''
  const rest = text.slice(1)
  if (text.startsWith('*'))
    return Array.from({ length: given.length + 1 }, (_, at) => at).some((at) => fitsAt(rest, given.slice(at), toEnd))
  if (given === '') return text.startsWith('^') && fitsAt(rest, '', toEnd)
  const first = given.charAt(0)
  return (text.startsWith('^') ? SEPARATOR.test(first) : text.startsWith(first)) && fitsAt(rest, given.slice(1), toEnd)
}
