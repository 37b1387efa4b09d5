import { isDoubtful } from '../../../engine/src/index.js'
import type { PartHealth } from '../status/health.js'
import type { Parts } from './parts.js'

/**
 * How each part stands and what it does when it fails. What is written here is what the failure tests hold the gateway
 * to; nothing in it says that everything is let through.
 */
export function partHealth(parts: Parts, now: number): PartHealth[] {
  return [
    snapshotHealth(parts),
    illegalHealth(parts, now),
    clockHealth(parts, now),
    calendarHealth(parts, now),
    upstreamHealth(parts),
    certificateHealth(parts, now),
    logHealth(parts),
    centreHealth(parts),
    memoryHealth(parts),
  ]
}

const DAY_MS = 86_400_000
const OLD_DAYS = 7
/** Certificates are renewed a month before they end, so this near nobody has. */
const SOON_DAYS = 10

function snapshotHealth({ rulings }: Parts): PartHealth {
  const { id, entries, compiledAt } = rulings.snapshot
  const there = id.number > 0
  return {
    id: 'snapshot',
    title: 'Snapshot',
    state: there ? 'well' : 'failing',
    now: there
      ? `Number ${id.number} with ${entries.toLocaleString('en-GB')} entries, compiled ${school(compiledAt)}.`
      : 'There is none that could be opened.',
    whenItFails:
      'A new one that is damaged or unsigned is refused and the one in force stays; an older one is taken with an alarm. With none at all, everything but the help lines is blocked.',
  }
}

function illegalHealth(parts: Parts, now: number): PartHealth {
  const { suppliers } = parts.rulings.snapshot.illegal
  const { trouble } = parts.layerMemory
  const late = suppliers.filter(({ lateFrom }) => lateFrom <= now).map(({ supplier }) => supplier)
  const missing = missingSince(parts)
  const failing = late.length + missing.length > 0 || trouble !== null
  const seen = missing.length > 0 ? waitsFor(missing) : illegalSeen(parts, late)
  return {
    id: 'illegal',
    title: 'Illegal content',
    state: failing ? 'failing' : suppliers.length === 0 ? 'not used' : 'well',
    now: trouble === null ? seen : `${seen} ${trouble}`,
    whenItFails:
      'The last good list stays in force, across restarts too. Nothing turns the layer off; an attempt is refused and reported.',
  }
}

/** Only after a start that refused a weaker snapshot: what is taken is remembered, and what is remembered stays. */
const missingSince = ({ rulings, layerMemory }: Parts): string[] =>
  layerMemory.inForce.suppliers
    .filter((each) => !rulings.snapshot.illegal.suppliers.some(({ supplier }) => supplier === each.supplier))
    .map(({ supplier, edition }) => `${supplier}, edition ${edition}`)

const waitsFor = (missing: readonly string[]): string =>
  `No snapshot is there with what was in force before the restart: ${missing.join('; ')}. Everything but help is blocked until there is.`

function illegalSeen({ rulings }: Parts, late: readonly string[]): string {
  const { suppliers, entries } = rulings.snapshot.illegal
  if (suppliers.length === 0) return 'The school has given no supplier’s list. The layer is in force and empty.'
  return `${entries.toLocaleString('en-GB')} entries. ${late.length === 0 ? 'No list is late.' : `Late: ${late.join(', ')}.`}`
}

function clockHealth({ rulings }: Parts, now: number): PartHealth {
  const { compiledAt, id } = rulings.snapshot
  const behind = id.number > 0 && isDoubtful({ compiledAt }, now)
  const old = id.number > 0 && now - compiledAt > OLD_DAYS * DAY_MS
  return {
    id: 'clock',
    title: 'Clock',
    state: behind || old ? 'failing' : 'well',
    now: behind
      ? 'This machine’s clock is earlier than the snapshot: it is wrong.'
      : old
        ? `The snapshot is older than ${OLD_DAYS} days: it was not renewed, or the clock is wrong.`
        : `${school(now)}.`,
    whenItFails:
      'A clock well behind the snapshot is not believed: decisions are made as of when the snapshot was compiled, so that nothing that ended begins again.',
  }
}

function calendarHealth({ rulings }: Parts, now: number): PartHealth {
  const until = rulings.snapshot.knowsSchoolDaysUntil
  return {
    id: 'calendar',
    title: 'School days',
    state: until === Infinity ? 'not used' : now < until ? 'well' : 'failing',
    now:
      until === Infinity
        ? 'No rule asks for one.'
        : now < until
          ? `The calendar knows them until ${school(until)}.`
          : 'The calendar has no term that is or comes.',
    whenItFails:
      'On weekdays, rules for school days and for other days shut what they shut, and open nothing, until the policy has a new term.',
  }
}

function upstreamHealth({ recursion, nameServer, proxy }: Parts): PartHealth {
  const { states } = recursion.forwarder
  const silent = states.filter(({ silentSince }) => silentSince !== null)
  return {
    id: 'upstream',
    title: 'Name servers upstream',
    state: nameServer === null && proxy === null ? 'not used' : silent.length === states.length ? 'failing' : 'well',
    now: states
      .map(
        ({ address, silentSince }) =>
          `${address} ${silentSince === null ? 'answers' : `is silent since ${school(silentSince)}`}`,
      )
      .join('. ')
      .concat('.'),
    whenItFails:
      'The next one is asked. With none, browsers are told that names cannot be found (SERVFAIL). Blocked stays blocked, and what is cached is served.',
  }
}

function certificateHealth({ certificate }: Parts, now: number): PartHealth {
  const left = certificate === null ? Infinity : certificate.until - now
  return {
    id: 'certificate',
    title: 'Encrypted DNS',
    state: certificate === null ? 'not used' : left < SOON_DAYS * DAY_MS ? 'failing' : 'well',
    now:
      certificate === null
        ? 'It is not served.'
        : `The certificate ${left < 0 ? 'ended' : 'ends'} ${school(certificate.until)}.`,
    whenItFails:
      'Devices that must encrypt refuse a certificate that has ended: they find no names, and nothing opens. A renewed one that cannot be used leaves the one in force.',
  }
}

function logHealth({ spool, log }: Parts): PartHealth {
  const failing = spool.full || spool.fault !== null || log.refused > 0
  return {
    id: 'log',
    title: 'Log on disk',
    state: failing ? 'failing' : 'well',
    now: `${megabytes(spool.bytes)} wait here. ${log.refused.toLocaleString('en-GB')} lines could not be kept.${spool.fault === null ? '' : ` ${spool.fault}.`}`,
    whenItFails:
      'Filtering goes on and nobody waits. Lines that find no room are given up, counted here, and an alarm is raised.',
  }
}

function centreHealth({ sender }: Parts): PartHealth {
  const away = sender?.away ?? null
  return {
    id: 'centre',
    title: 'Centre',
    state: sender === null ? 'not used' : away === null ? 'well' : 'failing',
    now:
      away === null ? `${sender?.sent ?? 0} files of the log sent.` : `Away since ${school(away.since)}: ${away.why}.`,
    whenItFails: 'Filtering goes on from the snapshot here. The log waits on disk and is sent later.',
  }
}

/** Less than this free, and a machine begins to swap or to end programs. */
const LITTLE = 64 * 1024 * 1024

function memoryHealth({ recursion, freeMemory }: Parts): PartHealth {
  const { rss } = process.memoryUsage()
  const free = freeMemory()
  return {
    id: 'memory',
    title: 'Memory',
    state: free < LITTLE ? 'failing' : 'well',
    now: `${megabytes(rss)} in use, of which the DNS cache ${megabytes(recursion.cache.bytes)}. ${megabytes(free)} are free.`,
    whenItFails:
      'Everything that grows is bounded: cache, connections, waiting questions and log. A new snapshot that finds no room is refused, and the one in force stays.',
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

const school = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { timeZone: 'Europe/London', dateStyle: 'medium', timeStyle: 'short' })
