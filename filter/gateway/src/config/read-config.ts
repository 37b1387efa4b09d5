import { dirname, resolve } from 'node:path'
import { isIP } from 'node:net'
import { readRange, type Range } from '../clients/range.js'
import { Problem } from '../problem.js'
import { gatewayConfig, type GatewayConfig } from './gateway-config.js'
import { readYaml } from './read-yaml.js'

/**
 * Reads the configuration and makes its paths whole (they are written as seen from the file). Throws a Problem with one
 * sentence for each thing that is not as it should be.
 */
export function readConfig(file: string): GatewayConfig {
  const config = readYaml(file, "the gateway's configuration", gatewayConfig)
  const problems = [...rangeProblems(config), ...urlProblems(config), ...pageProblems(config)]
  if (problems.length > 0) throw new Problem(problems.map((said) => `${file}: ${said}`).join('\n'))
  const whole = (path: string): string => resolve(dirname(file), path)
  return {
    ...config,
    snapshot: whole(config.snapshot),
    key: whole(config.key),
    ...(config.data === undefined ? {} : { data: whole(config.data) }),
    ...(config.devices === undefined ? {} : { devices: whole(config.devices) }),
    ...(config.dns === undefined ? {} : { dns: withCertificate(config.dns, whole) }),
    ...(config.proxy === undefined ? {} : { proxy: withPeople(config.proxy, whole) }),
    ...(config.status === undefined ? {} : { status: withToken(config.status, whole) }),
    log: {
      ...config.log,
      folder: whole(config.log.folder),
      ...(config.log.centre === undefined ? {} : { centre: withToken(config.log.centre, whole) }),
    },
  }
}

type Whole = (path: string) => string

function withCertificate(dns: NonNullable<GatewayConfig['dns']>, whole: Whole): NonNullable<GatewayConfig['dns']> {
  const { encrypted } = dns
  if (encrypted === undefined) return dns
  const files = { certificate: whole(encrypted.certificate), privateKey: whole(encrypted.privateKey) }
  return { ...dns, encrypted: { ...encrypted, ...files } }
}

const withPeople = <C extends { people?: string }>(config: C, whole: Whole): C =>
  config.people === undefined ? config : { ...config, people: whole(config.people) }

const withToken = <C extends { tokenFile?: string }>(config: C, whole: Whole): C =>
  config.tokenFile === undefined ? config : { ...config, tokenFile: whole(config.tokenFile) }

const rangeProblems = ({ networks, proxy }: GatewayConfig): string[] =>
  [...networks.map(({ range }) => range), ...(proxy?.inside ?? [])]
    .filter((range) => readRange(range) === null)
    .map((range) => `"${range}" is not a range of addresses, such as 10.20.0.0/16.`)

function urlProblems({ page, log }: GatewayConfig): string[] {
  const named = { 'page → tellUrl': page.tellUrl, 'page → askUrl': page.askUrl, 'log → centre → url': log.centre?.url }
  return Object.entries(named)
    .filter(([, url]) => url !== undefined && !['http:', 'https:'].includes(URL.parse(url)?.protocol ?? ''))
    .map(([where, url]) => `${where}: "${url}" is not a web address.`)
}

function pageProblems({ dns, page }: GatewayConfig): string[] {
  if (dns === undefined || (dns.blocked ?? 'page') !== 'page') return []
  const addresses = dns.pageAddresses ?? []
  const wrong = addresses
    .filter((address) => isIP(address) === 0)
    .map((address) => `dns → pageAddresses: "${address}" is not an address.`)
  if (addresses.length === 0)
    wrong.push('dns → blocked is "page", so dns → pageAddresses must say where the block page is.')
  if (page.listen === undefined)
    wrong.push('dns → blocked is "page", so page → listen must say where the block page is served.')
  return wrong
}

/** A range that `readConfig` has found sound. */
export function rangeOf(text: string): Range {
  const range = readRange(text)
  if (range === null) throw new Problem(`"${text}" is not a range of addresses.`)
  return range
}
