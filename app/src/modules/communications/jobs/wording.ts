import { remindersUrl } from '../urls.js'
import type { MessageRow } from '../schema.js'

interface Mail {
  readonly subject: string
  readonly text: string
}

/**
 * The words of every mail. No child's name, no content, no kind: only that something waits, or how many things, and where.
 * `publicUrl` has no slash at the end.
 */
export const wording = (
  publicUrl: string,
  { url, waiting, late }: Pick<MessageRow, 'url' | 'waiting' | 'late'>,
): Mail => (waiting === null ? oneThing(`${publicUrl}${url}`) : theWeek(publicUrl, url, { waiting, late: late ?? 0 }))

const oneThing = (where: string): Mail => ({
  subject: 'Something waits for you in Hedgerow',
  text: `Something waits for you in Hedgerow.\n\nSign in to read it:\n${where}\n\nThis message says no more on purpose.\n`,
})

const things = (count: number): string => (count === 1 ? 'One thing waits' : `${count} things wait`)

function theWeek(
  publicUrl: string,
  url: string,
  { waiting, late }: { readonly waiting: number; readonly late: number },
): Mail {
  const subject = `${things(waiting)} for you in Hedgerow`
  const lateLine = late === 0 ? '' : ` ${late === 1 ? 'One is' : `${late} are`} late.`
  const stop = `You get this on Mondays in term. To get it no more: ${publicUrl}${remindersUrl()}`
  const text = `${subject}.${lateLine}\n\nSign in to see them:\n${publicUrl}${url}\n\n${stop}\nThis message says no more on purpose.\n`
  return { subject, text }
}
