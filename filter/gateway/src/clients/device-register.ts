import { Problem } from '../problem.js'
import { isIP } from 'node:net'
import type { Who } from '../../../engine/src/index.js'
import { list, readTable } from './read-table.js'

/** The school's devices, found by hardware address or by a fixed address. */
export interface DeviceRegister {
  readonly byHardware: ReadonlyMap<string, Who>
  readonly byAddress: ReadonlyMap<string, Who>
}

const COLUMNS = ['device', 'mac', 'address', 'group', 'person', 'classes', 'place'] as const

/** Reads the register: CSV with the columns above; each device has a mac, a fixed address, or both. Throws sentences. */
export function readDevices(csv: string, file: string): DeviceRegister {
  const byHardware = new Map<string, Who>()
  const byAddress = new Map<string, Who>()
  for (const { line, value } of readTable(csv, { file, columns: COLUMNS, required: ['device', 'group'] })) {
    const { device, group, person, classes, place } = value
    const who: Who = { device, group, person: person || null, classes: list(classes), place: place || null }
    const hardware = value.mac.toLowerCase().replaceAll('-', ':')
    const wrong = whatIsWrong(value, hardware)
    if (wrong !== null) throw new Problem(`${file}, line ${line}: ${wrong}`)
    const add = (map: Map<string, Who>, key: string): void => {
      if (map.has(key)) throw new Problem(`${file}, line ${line}: ${key} belongs to two devices.`)
      map.set(key, who)
    }
    if (value.mac) add(byHardware, hardware)
    if (value.address) add(byAddress, value.address)
  }
  return { byHardware, byAddress }
}

function whatIsWrong(value: Readonly<Record<'device' | 'mac' | 'address', string>>, hardware: string): string | null {
  if (value.mac === '' && value.address === '') return `${value.device} has neither a mac nor an address.`
  if (value.mac !== '' && !/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(hardware))
    return `"${value.mac}" is not a mac, such as 3c:52:82:00:11:22.`
  if (value.address !== '' && isIP(value.address) === 0)
    return `"${value.address}" is not an address, such as 10.20.1.7.`
  return null
}

export const noDevices: DeviceRegister = { byHardware: new Map(), byAddress: new Map() }
