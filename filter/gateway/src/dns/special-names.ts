import type { Question } from './question.js'

/**
 * Names by which browsers and phones ask whether a network filters, and must not be led around it: "no such name" makes
 * Firefox leave its own DNS-over-HTTPS off, and Apple's devices their private relay. They know no other answer, so the
 * policy's block answer (an address) would not do. Sources: Mozilla's "Canary domain"; Apple's "Prepare your network
 * for iCloud Private Relay".
 */
const CANARIES: ReadonlySet<string> = new Set(['use-application-dns.net', 'mask.icloud.com', 'mask-h2.icloud.com'])
const LONGEST = Math.max(...[...CANARIES].map((name) => name.length))
const SHORTEST = Math.min(...[...CANARIES].map((name) => name.length))

export function isCanary(question: Question): boolean {
  const { textLength } = question
  // Their lengths sort out most names before a string is made.
  return textLength >= SHORTEST && textLength <= LONGEST && mayBeCanary(question) && CANARIES.has(question.host())
}

const mayBeCanary = ({ text }: Question): boolean => text[0] === 117 || (text[0] === 109 && text[1] === 97)

/** The root, which resolvers ask about, and the names of addresses: neither is a site that anybody could visit. */
export function needsNoRuling(question: Question): boolean {
  if (question.textLength === 0) return true
  if (!mayBeArpa(question)) return false
  const end = endOf(question)
  return end.endsWith('.in-addr.arpa') || end.endsWith('.ip6.arpa')
}

/** What is asked about whoever answers (RFC 9462): ours to say, and never asked elsewhere. */
export const isAboutResolver = (question: Question): boolean =>
  mayBeArpa(question) && /^\.?resolver\.arpa$/.test(endOf(question))

const mayBeArpa = ({ text, textLength }: Question): boolean =>
  textLength >= 8 && text[textLength - 5] === 46 && text[textLength - 1] === 97

/** As much as the longest of these names has, '.resolver.arpa'. */
const endOf = ({ text, textLength }: Question): string =>
  text.toString('latin1', Math.max(0, textLength - 14), textLength)
