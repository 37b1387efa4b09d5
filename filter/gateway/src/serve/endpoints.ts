import type { Endpoint } from '../endpoint.js'
import { Problem } from '../problem.js'

/** Reads 'address:port' or '[v6]:port', one or several, as the configuration's schema lets them be written. */
export function endpointsOf(listen: string | readonly string[], shared: boolean): Endpoint[] {
  return (typeof listen === 'string' ? [listen] : listen).map((text) => {
    const colon = text.lastIndexOf(':')
    return { address: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)), shared }
  })
}

/** Opens one listener at each place. Says plainly why that could not be done. */
export function openAt<L>(
  endpoints: readonly Endpoint[],
  what: string,
  open: (at: Endpoint) => Promise<L>,
): Promise<L[]> {
  return Promise.all(
    endpoints.map((at) =>
      open(at).catch((fault: unknown) => {
        throw new Problem(`${what} cannot listen at ${at.address} port ${at.port}: ${why(fault)}.`)
      }),
    ),
  )
}

function why(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null
  if (code === 'EACCES') return 'this account may not use ports below 1024 (docs/operating/filter.md says how it may)'
  if (code === 'EADDRINUSE') return 'another program listens there already'
  if (code === 'EADDRNOTAVAIL') return 'this machine does not have that address'
  return fault instanceof Error ? fault.message : String(fault)
}
