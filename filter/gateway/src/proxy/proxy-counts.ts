import type { ConnectionRefusal } from '../http/conversation.js'
import type { TunnelRefusal } from './tunnel.js'

/** Why the proxy answered nothing, or shut a connection. Each is a line of the metrics. */
export type ProxyRefusal =
  ConnectionRefusal | 'sign-in' | 'port' | 'inside' | 'unknown-host' | 'unsound-body' | TunnelRefusal

/** What became of the requests, for the metrics. */
export class ProxyCounts {
  connections = 0
  asked = 0
  blocked = 0
  readonly refused = new Map<ProxyRefusal, number>()

  refuse(why: ProxyRefusal): void {
    this.refused.set(why, (this.refused.get(why) ?? 0) + 1)
  }
}
