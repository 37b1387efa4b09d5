import autocannon from 'autocannon'
import type { Request } from 'autocannon'

/** One page or form, asked for by many at once. */
export interface Target {
  readonly url: string
  readonly request: Request
  /** What a good answer has in it: a fast page that says something else must not count. */
  readonly holds: string
}

/** What many at once got. */
export interface Measured {
  /** Good answers a second. */
  readonly perSecond: number
  /** Milliseconds; the slower of the rounds. */
  readonly p50: number
  readonly p99: number
  /** Answers that were not good, or that did not come. */
  readonly failures: number
  /** Milliseconds of processor time for one good answer, of the server and its database; null where it cannot be known. */
  readonly work: number | null
}

/** The processor time that a server and its database have taken so far, in milliseconds; null where it cannot be known. */
export type Meter = () => number | null

/** A cell and what it stands beside, measured in the same minutes. */
export interface Compared {
  readonly ours: Measured
  readonly bare: Measured
}

const connections = 16

async function run({ url, request, holds }: Target, seconds: number, meter: Meter): Promise<Measured> {
  const before = meter()
  const verifyBody = (body: string) => body.includes(holds)
  const found = await autocannon({ url, connections, duration: seconds, timeout: 20, requests: [request], verifyBody })
  const failures = found.non2xx + found.errors + found.timeouts + found.mismatches
  const { p50, p99 } = found.latency
  const good = found['2xx'] - found.mismatches
  const after = meter()
  const work = before === null || after === null || good === 0 ? null : (after - before) / good
  return { perSecond: good / found.duration, p50, p99, failures, work }
}

const together = (one: Measured, other: Measured): Measured => ({
  perSecond: (one.perSecond + other.perSecond) / 2,
  p50: Math.max(one.p50, other.p50),
  p99: Math.max(one.p99, other.p99),
  failures: one.failures + other.failures,
  work: one.work === null || other.work === null ? null : (one.work + other.work) / 2,
})

/**
 * Measures two targets in turns, A B A B, so that whatever else the machine does falls on both. Each is warmed for a
 * second first, or the compiler's work on code that has just been loaded would be counted.
 */
export async function compare(
  { ours, bare }: { readonly ours: Target; readonly bare: Target },
  seconds: number,
  meters: { readonly ours: Meter; readonly bare: Meter },
): Promise<Compared> {
  await run(ours, 1, meters.ours)
  await run(bare, 1, meters.bare)
  const first = { ours: await run(ours, seconds, meters.ours), bare: await run(bare, seconds, meters.bare) }
  const second = { ours: await run(ours, seconds, meters.ours), bare: await run(bare, seconds, meters.bare) }
  return { ours: together(first.ours, second.ours), bare: together(first.bare, second.bare) }
}

/** How large one answer is, in bytes as it travels to a browser that takes no compression. */
export async function sizeOf({ url, request, holds }: Target): Promise<number> {
  const once = request.setupRequest?.(request) ?? request
  const { method = 'GET', headers = {}, body } = once
  const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) })
  const text = await answer.text()
  if (!answer.ok || !text.includes(holds))
    throw new Error(`${method} ${url} answered ${answer.status} without “${holds}”`)
  return Buffer.byteLength(text)
}
