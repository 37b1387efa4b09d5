import { randomUUID } from 'node:crypto'

/** The public reporting form as a browser holds it: its cookie, and the token that goes with it. */
export interface OpenForm {
  readonly cookie: string
  readonly token: string
}

/** One report on its way: sent again under the same key, it must stay one report. */
export interface Sending {
  readonly key: string
  readonly words: string
}

/** Opens the form of a school, as a parent or neighbour without an account does. */
export async function openForm(formUrl: string): Promise<OpenForm> {
  const answer = await fetch(formUrl)
  const html = await answer.text()
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('hedgerow_form='))
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1]
  if (!cookie || !token)
    throw new Error(`The form at ${formUrl} answered ${answer.status} without a cookie and a token`)
  return { cookie: cookie.split(';')[0] ?? '', token }
}

/** A report that nobody sent before, with words that are its own. */
export function newSending(): Sending {
  const key = randomUUID()
  return { key, words: `Another child wrote unkind things in a game. This account is ${key}.` }
}

/** The body of the form's last step: what was typed, and Send. */
export const formBody = ({ token }: OpenForm, { key, words }: Sending): string =>
  new URLSearchParams({
    _csrf: token,
    key,
    danger: 'no',
    words,
    happened: 'on Friday after school',
    go: 'send',
  }).toString()

export const formHeaders = ({ cookie }: OpenForm): Record<string, string> => ({
  cookie,
  'content-type': 'application/x-www-form-urlencoded',
})

/**
 * Sends a report and returns the reference on the page that says it has arrived. Throws where there is no such page: the
 * connection broke, or the answer is another one.
 */
export async function sendReport(formUrl: string, form: OpenForm, sending: Sending): Promise<string> {
  const answer = await fetch(formUrl, {
    method: 'POST',
    headers: formHeaders(form),
    body: formBody(form, sending),
    signal: AbortSignal.timeout(20_000),
  })
  const html = await answer.text()
  const reference = /\bC-[0-9A-Z]{4}-[0-9A-Z]{2}\b/.exec(html)?.[0]
  if (answer.status !== 200 || !reference) throw new Error(`The report was answered with ${answer.status}`)
  return reference
}
