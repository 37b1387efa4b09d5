import type { Network } from '../clients/clients.js'
import { type DeviceRegister, noDevices, readDevices } from '../clients/device-register.js'
import { type Account, readPeople } from '../clients/people-file.js'
import type { GatewayConfig } from '../config/gateway-config.js'
import { rangeOf } from '../config/read-config.js'
import { readNamed } from '../config/read-named.js'

/** The school's networks as the configuration names them. */
export const networksOf = ({ networks }: GatewayConfig): Network[] =>
  networks.map(({ range, group, place, classes }) => ({
    range: rangeOf(range),
    who: { group, place: place ?? null, classes: classes ?? [] },
  }))

/** The device register, read anew. Throws a Problem. */
export const devicesOf = ({ devices }: GatewayConfig): DeviceRegister =>
  devices === undefined ? noDevices : readDevices(readNamed(devices, 'the device register'), devices)

/** Who may sign in, read anew; null where nobody does. Throws a Problem. */
export function peopleOf({ proxy }: GatewayConfig): ReadonlyMap<string, Account> | null {
  const file = proxy?.people
  return file === undefined ? null : readPeople(readNamed(file, 'the file of people'), file)
}
