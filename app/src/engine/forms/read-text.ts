import type { Body, Fault, Reading } from './field.js'

/** A reading that is wrong for one reason. `part` names the box of several that is. */
export function wrong(sentence: string, part?: string): { readonly is: 'wrong'; readonly faults: readonly Fault[] } {
  return { is: 'wrong', faults: [{ sentence, part }] }
}

/** Characters that no keyboard types and a database refuses or a reader cannot see: controls other than tab and new line. */
const unseen = /[\p{Cc}--[\t\n\r]]|\ufffe|\uffff/v

/** Text as it is kept: one kind of new line, composed characters (NFC), no spaces around it. */
export function tidied(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
}

/**
 * The one text sent under a name, tidied. Wrong when it came more than once, when it is not text, or when it holds
 * characters that cannot be kept: pasted from elsewhere, they would vanish later without a word.
 */
export function readText(body: Body, name: string): Reading<string> {
  const sent = body[name]
  if (sent === undefined || sent === null) return { is: 'empty' }
  if (Array.isArray(sent)) return wrong('This was sent twice over. Check it and send it again')
  if (typeof sent !== 'string') return wrong('This did not arrive as text. Type it again')
  if (unseen.test(sent))
    return wrong('There is a hidden character here that cannot be kept. Type it again without pasting')
  const value = tidied(sent)
  return value === '' ? { is: 'empty' } : { is: 'answer', value }
}

/** Every text sent under a name, once each, in order. What is not text is left out. */
export function readTexts(body: Body, name: string): readonly string[] {
  const sent = body[name]
  const all: readonly unknown[] = Array.isArray(sent) ? sent : [sent]
  return [...new Set(all.filter((one): one is string => typeof one === 'string' && one !== ''))]
}

/** Refuses an answer that is longer than the limit, saying by how much. Lengths are counted as browsers count them. */
export function within(reading: Reading<string>, limit: number): Reading<string> {
  if (reading.is !== 'answer' || reading.value.length <= limit) return reading
  const over = (reading.value.length - limit).toLocaleString('en-GB')
  return wrong(`This is ${over} characters too long. Shorten it to ${limit.toLocaleString('en-GB')} or fewer`)
}
