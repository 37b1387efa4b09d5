import type { Metric } from '../status/metrics.js'
import type { Parts } from './parts.js'

const counter = (name: string, help: string, value: number, labels?: Metric['labels']): Metric => ({
  name: `hedgerow_filter_${name}`,
  help,
  kind: 'counter',
  value,
  ...(labels === undefined ? {} : { labels }),
})

const gauge = (name: string, help: string, value: number, labels?: Metric['labels']): Metric => ({
  ...counter(name, help, value, labels),
  kind: 'gauge',
})

/** The gateway's numbers. None says who asked for what. */
export function gatewayMetrics(parts: Parts): Metric[] {
  const { rulings, recursion, log, spool, events, certificate } = parts
  return [
    gauge('snapshot_number', 'The snapshot in force; 0 when there is none.', rulings.snapshot.id.number),
    gauge('snapshot_compiled_seconds', 'When it was compiled.', rulings.snapshot.compiledAt / 1000),
    gauge('snapshot_entries', 'Entries of its lists.', rulings.snapshot.entries),
    ...dnsMetrics(parts),
    ...proxyMetrics(parts),
    counter('cache_hits_total', 'Questions answered from the cache.', recursion.cache.hits),
    counter('cache_misses_total', 'Questions that had to go upstream.', recursion.cache.misses),
    gauge('cache_bytes', 'Size of the cache.', recursion.cache.bytes),
    counter('upstream_unsound_total', 'Answers of upstreams that could not be read.', recursion.unsound),
    counter('upstream_refused_total', 'Questions not sent because too many were out.', recursion.forwarder.refused),
    ...recursion.forwarder.states.map(({ address, silentSince }) =>
      gauge('upstream_up', 'Whether an upstream answers.', silentSince === null ? 1 : 0, { upstream: address }),
    ),
    counter('log_lines_total', 'Lines written to the log.', log.written),
    counter('log_lines_raised_total', 'Lines that a person is to judge.', log.raised),
    counter('log_lines_refused_total', 'Lines that found no room.', log.refused),
    gauge('log_waiting_bytes', 'Log on disk.', spool.bytes),
    counter('faults_total', 'Questions refused because of a mistake of the filter’s own.', events.faults),
    ...(certificate === null
      ? []
      : [gauge('certificate_ends_seconds', 'When the certificate of encrypted DNS ends.', certificate.until / 1000)]),
    gauge('alarms', 'Alarms among the latest events.', events.alarms),
    gauge('resident_bytes', 'Memory of the process.', process.memoryUsage().rss),
  ]
}

function dnsMetrics({ nameServer }: Parts): Metric[] {
  if (nameServer === null) return []
  const { asked, ...became } = nameServer.counts
  return [
    counter('dns_questions_total', 'DNS packets that arrived.', asked),
    ...Object.entries(became).map(([why, value]) =>
      counter('dns_answers_total', 'What became of them.', value, { why }),
    ),
  ]
}

function proxyMetrics({ proxy }: Parts): Metric[] {
  if (proxy === null) return []
  const { connections, asked, blocked, refused } = proxy.counts
  return [
    counter('proxy_connections_total', 'Connections to the proxy.', connections),
    counter('proxy_requests_total', 'Requests to the proxy.', asked),
    counter('proxy_blocked_total', 'Requests that the policy blocked.', blocked),
    ...[...refused].map(([why, value]) =>
      counter('proxy_refused_total', 'Requests refused for another reason.', value, { why }),
    ),
  ]
}
