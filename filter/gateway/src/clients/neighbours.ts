import { readFile } from 'node:fs/promises'

/** Hardware address by IPv4 address, as the kernel sees its neighbours. Empty where the kernel does not tell. */
export async function readNeighbours(path = '/proc/net/arp'): Promise<ReadonlyMap<string, string>> {
  const table = await readFile(path, 'utf8').catch(() => '')
  const neighbours = new Map<string, string>()
  for (const line of table.split('\n').slice(1)) {
    const [address, , , hardware] = line.trim().split(/\s+/)
    if (address && hardware && hardware !== '00:00:00:00:00:00') neighbours.set(address, hardware.toLowerCase())
  }
  return neighbours
}
