import Type from 'typebox'

const text = Type.String({ minLength: 1 })
const optional = Type.Optional
const strict = { additionalProperties: false } as const
const port = Type.Integer({ minimum: 0, maximum: 65_535 })
/** 'address:port', '[v6]:port'. */
const endpoint = Type.String({ pattern: '^(\\[[0-9a-fA-F:.]+\\]|[0-9.]+):[0-9]{1,5}$' })
const listen = Type.Union([endpoint, Type.Array(endpoint, { minItems: 1 })])

const network = Type.Object(
  { range: text, group: text, place: optional(text), classes: optional(Type.Array(text)) },
  strict,
)

const dns = Type.Object(
  {
    listen,
    upstreams: Type.Array(endpoint, { minItems: 1 }),
    /** What a blocked name is answered with. */
    blocked: optional(Type.Enum(['page', 'zero', 'nxdomain'])),
    /** The addresses of the block page, as pupils' devices reach it; for `blocked: page`. */
    pageAddresses: optional(Type.Array(text)),
    /** Whether keys for Encrypted ClientHello reach browsers. Stripped unless said otherwise: they hide names from the proxy. */
    ech: optional(Type.Enum(['strip', 'keep'])),
    /** DNS over TLS and DNS over HTTPS, for devices that are told to encrypt; PEM files. */
    encrypted: optional(
      Type.Object({ tls: optional(listen), https: optional(listen), certificate: text, privateKey: text }, strict),
    ),
    timeoutMs: optional(Type.Integer({ minimum: 50, maximum: 10_000 })),
    cacheMegabytes: optional(Type.Integer({ minimum: 1, maximum: 4_096 })),
  },
  strict,
)

const proxy = Type.Object(
  {
    listen,
    /** As browsers reach it: 'filter.school.example:8080'; for the PAC file. */
    name: text,
    ports: optional(Type.Array(port)),
    /** Ranges inside the school that the proxy may reach. None unless said. */
    inside: optional(Type.Array(text)),
    /** Hosts that browsers reach without the proxy, for the PAC file. */
    direct: optional(Type.Array(text)),
    people: optional(text),
    signIn: optional(Type.Enum(['required', 'optional'])),
  },
  strict,
)

const page = Type.Object(
  { listen: optional(listen), tellUrl: text, askUrl: text, help: Type.Array(text, { minItems: 1 }) },
  strict,
)

const log = Type.Object(
  {
    folder: text,
    megabytes: optional(Type.Integer({ minimum: 1 })),
    /** Where no centre takes the log: how long it is kept here. */
    days: optional(Type.Integer({ minimum: 1 })),
    centre: optional(Type.Object({ url: text, tokenFile: text }, strict)),
  },
  strict,
)

/** The gateway's configuration file, in YAML; docs/operating/filter.md explains it with an example. */
export const gatewayConfig = Type.Object(
  {
    school: text,
    snapshot: text,
    /** The public key (PEM) that snapshots are signed with. */
    key: text,
    networks: Type.Array(network, { minItems: 1 }),
    devices: optional(text),
    dns: optional(dns),
    proxy: optional(proxy),
    page,
    status: optional(Type.Object({ listen, tokenFile: optional(text) }, strict)),
    log,
    /** The folder where the gateway remembers what was in force; where the log's folder is, unless said. */
    data: optional(text),
    processes: optional(Type.Integer({ minimum: 1, maximum: 64 })),
  },
  strict,
)

export type GatewayConfig = Type.Static<typeof gatewayConfig>
