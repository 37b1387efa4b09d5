import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../../engine/src/index.js'
import { listOf, policyOf, ruleOf } from '../../engine/test/school.js'
import { makeKeys, signingSeal } from '../../gateway/src/serve/seal.js'
import { domainMaker } from '../make-domains.js'
import { makeQuestions } from '../make-questions.js'
import { folder } from './stand.js'

/** Ports of the benchmark, all on this machine. */
export const PORTS = {
  echo: 5331,
  upstream: 5332,
  http: 8331,
  site: 8332,
  bulk: 8333,
  dns: 5335,
  proxy: 8335,
  page: 8336,
  status: 8337,
  squid: 8338,
  e2guardian: 8339,
} as const

/** A school with so many blocked names, and the questions of the mix. */
export interface BenchSchool {
  readonly listed: readonly string[]
  readonly asked: readonly string[]
  /** The size of its snapshot. */
  readonly megabytes: number
  readonly config: (processes: number) => string
}

/** Compiles a school with `count` blocked names and writes its configuration. */
export async function makeSchool(count: number): Promise<BenchSchool> {
  const next = domainMaker(1)
  const names = new Set<string>()
  while (names.size < count) names.add(next())
  const listed = [...names]
  const key = join(folder, 'filter')
  if (!existsSync(`${key}.key`)) makeKeys(key)
  const rule = ruleOf('listed', { verdict: 'block', about: { categories: ['gambling'] }, to: { everyone: true } })
  const lists = [listOf('gambling', listed.join('\n'), { category: 'gambling' })]
  const { bytes, report } = await compile({
    policy: policyOf([rule]),
    lists,
    suppliers: [],
    number: 1,
    at: Date.now(),
    seal: signingSeal(`${key}.key`),
    expected: count,
  })
  if (bytes === null) throw new Error(report.problems.join('\n'))
  writeFileSync(join(folder, 'snapshot.hgf'), bytes)
  return {
    listed,
    asked: makeQuestions(listed, 20_000).texts,
    megabytes: bytes.length / 2 ** 20,
    config: writeConfig,
  }
}

function writeConfig(processes: number): string {
  const file = join(folder, 'gateway.yaml')
  const here = (port: number): string => `'127.0.0.1:${port}'`
  writeFileSync(
    file,
    [
      'school: Bench',
      'snapshot: snapshot.hgf',
      'key: filter.pub',
      'networks: [{ range: 127.0.0.0/8, group: staff }]',
      `dns: { listen: ${here(PORTS.dns)}, upstreams: [${here(PORTS.upstream)}], pageAddresses: [127.0.0.1] }`,
      `proxy: { listen: ${here(PORTS.proxy)}, name: x, ports: [${PORTS.site}, ${PORTS.bulk}], inside: [127.0.0.0/8] }`,
      `page: { listen: ${here(PORTS.page)}, tellUrl: 'http://x/', askUrl: 'http://x/', help: [x] }`,
      `status: { listen: ${here(PORTS.status)} }`,
      `log: { folder: log, megabytes: 2000 }`,
      `processes: ${processes}`,
    ].join('\n'),
  )
  return file
}
