import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shutSnapshot, type Snapshot } from '../../engine/src/index.js'
import type { GatewayConfig } from '../src/config/gateway-config.js'
import { Gateway } from '../src/serve/gateway.js'
import { schoolSnapshot } from './school-snapshot.js'

export interface SchoolOptions {
  readonly config?: Partial<GatewayConfig>
  readonly upstreams?: readonly number[]
  readonly open?: () => Promise<Snapshot>
  readonly clock?: () => number
  readonly freeMemory?: () => number
  readonly shared?: boolean
}

/** A gateway for a plainly fictional school on free ports of this machine, with everything switched on. */
export async function startGateway({
  config,
  upstreams = [9],
  open,
  clock,
  freeMemory,
  shared = false,
}: SchoolOptions = {}): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'))
  const gateway = new Gateway({
    config: {
      school: 'Hazel Lane Primary',
      snapshot: 'none',
      key: 'none',
      networks: [{ range: '127.0.0.0/8', group: 'ks2' }],
      dns: {
        listen: '127.0.0.1:0',
        upstreams: upstreams.map((port) => `127.0.0.1:${port}`),
        pageAddresses: ['127.0.0.1'],
        timeoutMs: 200,
      },
      proxy: {
        listen: '127.0.0.1:0',
        name: '127.0.0.1:8080',
        ports: Array.from({ length: 64_000 }, (_, at) => at + 1_024),
        inside: ['127.0.0.0/8'],
      },
      page: {
        listen: '127.0.0.1:0',
        tellUrl: 'https://hedgerow.example/bother/hazel-lane',
        askUrl: 'https://hedgerow.example/ask',
        help: ['Any grown-up in school', 'Childline: 0800 1111'],
      },
      status: { listen: '127.0.0.1:0' },
      log: { folder: join(folder, 'log') },
      ...config,
    },
    open: open ?? (() => schoolSnapshot()),
    shut: shutSnapshot(),
    shared,
    writer: 'w0',
    tell: () => undefined,
    ...(clock === undefined ? {} : { clock }),
    ...(freeMemory === undefined ? {} : { freeMemory }),
  })
  return started(gateway)
}

/** The free port that TCP was given may be taken for UDP: another program's question is out from there. */
async function started(gateway: Gateway, tries = 5): Promise<Gateway> {
  try {
    await gateway.start()
  } catch (fault) {
    if (tries === 0 || !String(fault).includes('listens there already')) throw fault
    return started(gateway, tries - 1)
  }
  return gateway
}

/** One that serves DNS over TLS and over HTTPS as well, to KS2 of the range. */
export function startEncrypted({
  files: { certificate, privateKey },
  upstream,
  range = '127.0.0.0/8',
  clock,
}: {
  readonly files: { readonly certificate: string; readonly privateKey: string }
  readonly upstream: number
  readonly range?: string
  readonly clock?: () => number
}): Promise<Gateway> {
  return startGateway({
    ...(clock === undefined ? {} : { clock }),
    config: {
      networks: [{ range, group: 'ks2' }],
      dns: {
        listen: '127.0.0.1:0',
        upstreams: [`127.0.0.1:${upstream}`],
        pageAddresses: ['127.0.0.1'],
        encrypted: { tls: '127.0.0.1:0', https: '127.0.0.1:0', certificate, privateKey },
      },
    },
  })
}
