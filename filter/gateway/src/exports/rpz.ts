import type { Answer, Export } from './export-file.js'
import { isSame, type Ruled, type Ruling } from './ruled-names.js'

/** What a zone needs beside its rules. */
export interface RpzOptions {
  /** Only ever grows: secondaries take a zone whose number is higher. */
  readonly serial: number
  readonly answer: Answer
}

/**
 * A response policy zone (draft-vixie-dnsop-dns-rpz), as Unbound, BIND, Knot Resolver and PowerDNS read it. Each name is
 * written for itself and for what is below it, so that no program's own idea of the nearer of two wildcards matters.
 */
export function rpzZone({ otherwise, names }: Ruled, { serial, answer }: RpzOptions): Export {
  const lines = ['$TTL 60', `@ SOA localhost. hedgerow.localhost. ${serial} 3600 600 86400 60`, '@ NS localhost.']
  for (const { host, self, below } of names) {
    lines.push(...records(host, self, answer), ...records(`*.${host}`, below, answer))
  }
  if (!isSame(otherwise, 'open')) lines.push(...records('*', otherwise, answer))
  return { files: [{ name: 'hedgerow.rpz', text: `${lines.join('\n')}\n` }], comment: ';', leftOut: [] }
}

/**
 * The zone for Knot Resolver 5, which reads RPZ in part: names in place of others it refuses, and "let pass" ends its
 * policy, forwarding included. The few lines of Lua turn "let pass" into "no rule here".
 */
export function knotFiles({ otherwise, names }: Ruled, options: RpzOptions): Export {
  const open = (ruling: Ruling): Ruling => (typeof ruling === 'object' ? 'open' : ruling)
  const plain = names.map((name) => ({ ...name, self: open(name.self), below: open(name.below) }))
  const safe = names.filter(({ self }) => typeof self === 'object').length
  const lua = `local rules = policy.rpz(policy.DENY, '/etc/knot-resolver/hedgerow.rpz')
policy.add(function (request, query)
  local action = rules(request, query)
  if action ~= policy.PASS then return action end
end)
`
  const leftOut =
    safe === 0
      ? []
      : [`${safe} names for safe search: Knot Resolver 5 does not answer with other names. Use the gateway for those.`]
  const zone = rpzZone({ otherwise: open(otherwise), names: plain }, options)
  return { files: [...zone.files, { name: 'hedgerow.lua', text: lua }], comment: ';', leftOut }
}

function records(owner: string, ruling: Ruling, answer: Answer): string[] {
  if (ruling === 'open') return [`${owner} CNAME rpz-passthru.`]
  if (ruling !== 'blocked') return [`${owner} CNAME ${ruling.safe}.`]
  if (answer === 'nxdomain') return [`${owner} CNAME .`]
  return [`${owner} A ${answer.v4}`, ...(answer.v6 === undefined ? [] : [`${owner} AAAA ${answer.v6}`])]
}
