import { mkdirSync, writeFileSync } from 'node:fs'
import { isIPv4 } from 'node:net'
import { join } from 'node:path'
import { type Snapshot, verdictOf, type Who } from '../../../engine/src/index.js'
import { chromiumPolicy } from '../exports/chromium.js'
import { beyondNames } from '../exports/beyond-names.js'
import { dnsmasqLines } from '../exports/dnsmasq.js'
import { type Answer, type Export, filesThatSay } from '../exports/export-file.js'
import { pacExport } from '../exports/pac.js'
import { knotFiles, rpzZone } from '../exports/rpz.js'
import { type Ruled, ruledNames, type Ruling } from '../exports/ruled-names.js'
import { squidAcls } from '../exports/squid.js'
import { Problem } from '../problem.js'
import { isOpen } from '../rulings/rulings.js'
import { openSnapshotFile } from './open-snapshot-file.js'
import { say } from './say.js'
import { instantOf, localText } from '../school-clock.js'
import { type WhoOptions, whoOf } from './who-of.js'

export interface ExportOptions extends WhoOptions {
  readonly snapshot: string
  readonly key: string
  readonly as: string
  readonly into: string
  readonly at?: string
  readonly page?: string
  readonly proxy?: string
}

type Make = (ruled: Ruled, options: ExportOptions, serial: number) => Export

const MAKERS: Readonly<Record<string, Make>> = {
  rpz: (ruled, options, serial) => rpzZone(ruled, { serial, answer: answerOf(options) }),
  knot: (ruled, options, serial) => knotFiles(ruled, { serial, answer: answerOf(options) }),
  dnsmasq: (ruled, options) => dnsmasqLines(ruled, answerOf(options)),
  squid: (ruled) => squidAcls(ruled),
  pac: (ruled, { proxy }) => {
    if (proxy === undefined)
      throw new Problem('A PAC file needs --proxy, the proxy that shows the block page: filter.school.example:8080.')
    return pacExport(ruled, proxy)
  },
  chromium: (ruled) => chromiumPolicy(ruled),
}

/** `hedgerow filter export`: one group's policy at one time, for another program. */
export async function exportSnapshot(options: ExportOptions): Promise<number> {
  const make = MAKERS[options.as]
  if (make === undefined) throw new Problem(`--as is one of ${Object.keys(MAKERS).join(', ')}.`)
  const snapshot = await openSnapshotFile(options.snapshot, options.key)
  const at = instantOf(options.at, Date.now())
  const made = make(ruledBy(snapshot, whoOf(options, snapshot), at), options, snapshot.id.number)
  const leftOut = [...made.leftOut, ...beyondNames(snapshot, options.group)]
  mkdirSync(options.into, { recursive: true })
  for (const { name, text } of filesThatSay({ ...made, leftOut })) {
    writeFileSync(join(options.into, name), text)
    say(`${join(options.into, name)}, ${text.length.toLocaleString('en-GB')} bytes`)
  }
  for (const sentence of leftOut) say(`Left out: ${sentence}`)
  say(
    `It is the policy for ${options.group} as at ${localText(at)}. Rules that depend on the hour or the person are in it as they stand then.`,
  )
  return 0
}

/** The names at which the policy changes for somebody at some time. */
export function ruledBy(snapshot: Snapshot, who: Who, at: number): Ruled {
  const profile = snapshot.profile(who)
  return ruledNames(snapshot.hosts(), (host): Ruling => {
    const outcome = snapshot.outcomeOfHost(host, profile, at)
    if (!isOpen(verdictOf(outcome))) return 'blocked'
    const cname = snapshot.rewrite(outcome)?.cname ?? null
    return cname === null ? 'open' : { safe: cname }
  })
}

function answerOf({ page }: ExportOptions): Answer {
  if (page === undefined) return 'nxdomain'
  if (!isIPv4(page)) throw new Problem(`--page is the IPv4 address of the block page; "${page}" is none.`)
  return { v4: page }
}
