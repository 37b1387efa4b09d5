import type { Gate } from '../bounded-listener.js'
import type { Clients } from '../clients/clients.js'

const limits = { connections: 1_024, perAddress: 64 }

/** Plain TCP: a stranger is told no in DNS's own words. */
export const anybody: Gate = { limits, take: () => true }

/** What is encrypted: a stranger is shut out before the handshake, which costs. */
export const onlyOurs = (clients: Clients): Gate => ({
  limits,
  take: (_, address) => clients.at(address) !== null,
})
