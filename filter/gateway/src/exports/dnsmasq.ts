import type { Answer, Export } from './export-file.js'
import { isSame, type Ruled, type Ruling } from './ruled-names.js'

/** Lines for dnsmasq's configuration. Of two that match, dnsmasq takes the longer, as we do. */
export function dnsmasqLines({ otherwise, names }: Ruled, answer: Answer): Export {
  const lines: string[] = []
  let safe = 0
  const write = (pattern: string, ruling: Ruling): void => {
    if (typeof ruling === 'object') safe++
    else lines.push(...linesFor(pattern, ruling, answer))
  }
  if (!isSame(otherwise, 'open')) write('#', otherwise)
  for (const { host, self, below } of names) {
    write(host, self)
    if (!isSame(self, below)) write(`*.${host}`, below)
  }
  const leftOut =
    safe === 0
      ? []
      : [
          `${safe} names for safe search: dnsmasq cannot answer with a name of the world's. Use RPZ or the gateway for those.`,
        ]
  return { files: [{ name: 'hedgerow.dnsmasq.conf', text: `${lines.join('\n')}\n` }], comment: '#', leftOut }
}

function linesFor(pattern: string, ruling: 'open' | 'blocked', answer: Answer): string[] {
  if (ruling === 'open') return [`server=/${pattern}/#`]
  if (answer === 'nxdomain') return [`address=/${pattern}/`]
  return [`address=/${pattern}/${answer.v4}`, ...(answer.v6 === undefined ? [] : [`address=/${pattern}/${answer.v6}`])]
}
