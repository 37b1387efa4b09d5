/** What a PAC file says besides "everything else through the proxy". */
export interface PacOptions {
  /** 'gateway.school.example:8080', as browsers reach it. */
  readonly proxy: string
  /** Hosts, with all below them, that browsers reach without the proxy: the school's own servers. */
  readonly direct: readonly string[]
}

/**
 * The proxy auto-configuration file. There is no "or DIRECT" behind the proxy: a browser that cannot reach the filter
 * must not go without it.
 */
export function pacFile({ proxy, direct }: PacOptions): string {
  const names = JSON.stringify(direct.map((host) => host.toLowerCase()))
  return `// Made by Hedgerow. Everything goes through the school's filter, and nowhere else when that is away.
function FindProxyForURL(url, host) {
  var direct = ${names};
  host = host.toLowerCase().replace(/\\.$/, '');
  if (isPlainHostName(host) || host === '127.0.0.1' || host === '::1') return 'DIRECT';
  for (var i = 0; i < direct.length; i++) {
    if (host === direct[i] || dnsDomainIs(host, '.' + direct[i])) return 'DIRECT';
  }
  return ${JSON.stringify(`PROXY ${proxy}`)};
}
`
}
