import type { Who } from '../../../engine/src/index.js'
import { Client } from './client.js'
import { type DeviceRegister, noDevices } from './device-register.js'
import { plainAddress, type Range } from './range.js'

/** A network of the school's, and who is on it unless a device or a sign-in says better. */
export interface Network {
  readonly range: Range
  readonly who: Who
}

/** What the school knows of who is where. */
export interface Registers {
  readonly networks: readonly Network[]
  readonly devices: DeviceRegister
  /** Hardware address by address, as the kernel knows it now. */
  readonly neighbours: ReadonlyMap<string, string>
}

/** More clients than this at once and the oldest are worked out anew: an IPv6 network holds more addresses than memory. */
const MOST_KEPT = 16_384

/**
 * Says who an address is: the device register first, then the narrowest of the school's networks. An address outside
 * them is nobody, and nobody is answered: an open resolver or proxy serves attackers before it serves a school.
 */
export class Clients {
  #registers: Registers = { networks: [], devices: noDevices, neighbours: new Map() }
  readonly #kept = new Map<string, Client | null>()

  /** Takes new registers into use: leases move and devices change hands, so nothing that was worked out is kept. */
  use(registers: Registers): void {
    this.#registers = { ...registers, networks: registers.networks.toSorted((a, b) => b.range.bits - a.range.bits) }
    this.#kept.clear()
  }

  /** Takes a new look at the neighbours into use. */
  see(neighbours: ReadonlyMap<string, string>): void {
    this.use({ ...this.#registers, neighbours })
  }

  /** Who asks from this address; null for an address outside the school's networks. */
  at(address: string): Client | null {
    const kept = this.#kept.get(address)
    if (kept !== undefined) return kept
    const client = this.#identify(plainAddress(address))
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear()
    this.#kept.set(address, client)
    return client
  }

  #identify(address: string): Client | null {
    const { networks, devices, neighbours } = this.#registers
    // The network comes before the device: a register's line does not let in an address from outside.
    const network = networks.find(({ range }) => range.holds(address))
    if (network === undefined) return null
    const device = devices.byAddress.get(address) ?? devices.byHardware.get(neighbours.get(address) ?? '')
    if (device === undefined) return new Client(network.who, address, 'range')
    return new Client({ ...device, place: device.place ?? network.who.place ?? null }, address, 'device')
  }
}
