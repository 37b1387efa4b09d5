import type { Export, ExportFile } from './export-file.js'
import { isSame, type Ruled, type RuledName, type Ruling } from './ruled-names.js'

interface Acl {
  readonly name: string
  readonly ruling: 'open' | 'blocked'
  readonly domains: string[]
}

/**
 * Lists for Squid's `dstdomain`, and the rules that use them in order. Squid cannot hold '.a.example' beside
 * '.example' in one list, and the first rule that fits wins: so there are lists for each depth at which the policy
 * changes its mind, the deepest asked first, and at each depth the hosts that stand alone before the trees.
 */
export function squidAcls({ otherwise, names }: Ruled): Export {
  const used = [...gathered(names)].toReversed().filter(({ domains }) => domains.length > 0)
  const rules = used.flatMap(({ name, ruling }) => [
    `acl ${name} dstdomain "/etc/squid/${name}.acl"`,
    `http_access ${ruling === 'open' ? 'allow hedgerow_school' : 'deny'} ${name}`,
  ])
  if (plain(otherwise) === 'blocked') rules.push('http_access deny all')
  const conf = `# Before these: acl hedgerow_school src <the school's ranges>\n${rules.join('\n')}\n`
  const files: ExportFile[] = used.map(({ name, domains }) => ({
    name: `${name}.acl`,
    text: `${domains.join('\n')}\n`,
  }))
  const safe = names.filter(({ self }) => typeof self === 'object').length
  const leftOut = `${safe} names for safe search: Squid does not answer for names. Let it ask the gateway, or a resolver with the RPZ export.`
  return {
    files: [{ name: 'hedgerow.squid.conf', text: conf }, ...files],
    comment: '#',
    leftOut: safe === 0 ? [] : [leftOut],
  }
}

/** The lists, the least deep first, and trees before hosts that stand alone. */
function gathered(names: readonly RuledName[]): readonly Acl[] {
  const lists: Acl[] = []
  const above: string[] = []
  for (const { host, self, below } of names) {
    while (above.length > 0 && !host.endsWith(`.${above.at(-1)}`)) above.pop()
    const list = (kind: 'tree' | 'alone', ruling: Ruling): string[] => listAt(lists, above.length, kind, plain(ruling))
    // '.host' is the host with all below it, 'host' the host alone.
    list('tree', below).push(`.${host}`)
    if (!isSame(plain(self), plain(below))) list('alone', self).push(host)
    above.push(host)
  }
  return lists
}

function listAt(lists: Acl[], depth: number, kind: 'tree' | 'alone', ruling: 'open' | 'blocked'): string[] {
  for (let made = lists.length / 4; made <= depth; made++) {
    for (const each of ['tree', 'alone'])
      for (const verdict of ['open', 'blocked'] as const)
        lists.push({ name: `hedgerow_${made}_${each}_${verdict}`, ruling: verdict, domains: [] })
  }
  return lists[depth * 4 + (kind === 'alone' ? 2 : 0) + (ruling === 'blocked' ? 1 : 0)]?.domains ?? []
}

/** What searches safely is open: the address it leads to is another matter. */
const plain = (ruling: Ruling): 'open' | 'blocked' => (typeof ruling === 'object' ? 'open' : ruling)
