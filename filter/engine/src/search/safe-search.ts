import type { SafeSearchEngine } from '../decide/list-row.js'

/** Google's own list of country endings, shortened to those met in British schools and their pupils' families' countries. */
const GOOGLE_ENDINGS =
  'com co.uk ie fr de es it pt nl be pl ro bg hu cz sk at ch gr se no dk fi lt lv ee com.ua com.tr com.pk co.in com.bd lk com.ng com.gh co.ke co.za com.au co.nz ca com.br com.hk co.jp com.vn com.ph com.my com.sg ae com.sa iq so al rs hr si'.split(
    ' ',
  )

const google = GOOGLE_ENDINGS.flatMap((ending) => [`www.google.${ending}`, `google.${ending}`])
const youtube = [
  'www.youtube.com',
  'youtube.com',
  'm.youtube.com',
  'youtubei.googleapis.com',
  'youtube.googleapis.com',
  'www.youtube-nocookie.com',
]

/**
 * How each engine says it is made safe. Sources: Google "Lock SafeSearch", YouTube "Restricted Mode by network",
 * Microsoft "Map Bing to strict.bing.com", DuckDuckGo "Safe search on a network", Brave, Ecosia, Pixabay help pages.
 */
export const SAFE_SEARCH: readonly SafeSearchEngine[] = [
  {
    id: 'google',
    title: 'Google',
    hosts: google,
    mode: 'search',
    cname: 'forcesafesearch.google.com',
    parameters: { safe: 'active' },
    header: null,
    terms: ['q', 'oq'],
  },
  {
    id: 'bing',
    title: 'Bing',
    hosts: ['www.bing.com', 'bing.com', 'edgeservices.bing.com'],
    mode: 'search',
    cname: 'strict.bing.com',
    parameters: { adlt: 'strict' },
    header: null,
    terms: ['q'],
  },
  {
    id: 'duckduckgo',
    title: 'DuckDuckGo',
    hosts: ['duckduckgo.com', 'www.duckduckgo.com', 'start.duckduckgo.com', 'duck.com'],
    mode: 'search',
    cname: 'safe.duckduckgo.com',
    parameters: { kp: '1' },
    header: null,
    terms: ['q'],
  },
  {
    id: 'brave',
    title: 'Brave Search',
    hosts: ['search.brave.com'],
    mode: 'search',
    cname: 'forcesafe.search.brave.com',
    parameters: { safesearch: 'strict' },
    header: null,
    terms: ['q'],
  },
  {
    id: 'ecosia',
    title: 'Ecosia',
    hosts: ['www.ecosia.org', 'ecosia.org'],
    mode: 'search',
    cname: 'strict-safe-search.ecosia.org',
    parameters: { sfs: 'true' },
    header: null,
    terms: ['q'],
  },
  {
    id: 'pixabay',
    title: 'Pixabay',
    hosts: ['pixabay.com'],
    mode: 'search',
    cname: 'safesearch.pixabay.com',
    parameters: null,
    header: null,
    terms: ['q'],
  },
  {
    id: 'youtube-strict',
    title: 'YouTube, restricted',
    hosts: youtube,
    mode: 'youtube-strict',
    cname: 'restrict.youtube.com',
    parameters: null,
    header: { 'YouTube-Restrict': 'Strict' },
    terms: ['search_query'],
  },
  {
    id: 'youtube-moderate',
    title: 'YouTube, moderately restricted',
    hosts: youtube,
    mode: 'youtube-moderate',
    cname: 'restrictmoderate.youtube.com',
    parameters: null,
    header: { 'YouTube-Restrict': 'Moderate' },
    terms: ['search_query'],
  },
]

/** Host → the parameters in which its engine is told what to look for. Asked about every address that somebody opens. */
const TERMS = new Map(SAFE_SEARCH.flatMap(({ hosts, terms }) => hosts.map((host) => [host, terms] as const)))

/** What was typed into a known search engine, read from the URL; null when it is none or nothing was typed. */
export function searchTermOf(host: string, path: string): string | null {
  const terms = TERMS.get(host)
  const query = path.indexOf('?')
  if (terms === undefined || query < 0) return null
  const parameters = new URLSearchParams(path.slice(query))
  for (const name of terms) {
    const typed = parameters.get(name)
    if (typed !== null && typed !== '') return typed
  }
  return null
}
