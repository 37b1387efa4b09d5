import type { Group, OpenSnapshot } from '../../../engine/src/index.js'

/**
 * In sentences, what a snapshot holds that no export can: they are all made of the names of hosts. Counted over the whole
 * snapshot, whichever group it speaks to: too much is said rather than too little.
 */
export function beyondNames(snapshot: OpenSnapshot, groupId: string): string[] {
  const { paths, blocks } = snapshot.beyondHosts()
  const group = snapshot.policy.groups.find(({ id }) => id === groupId)
  const phrases = group?.words === undefined ? 0 : snapshot.meta.phrases.length
  return [
    ...counted(
      paths,
      ['rule', 'rules'],
      'about paths (site.example/page): what holds for the host holds for all of it.',
    ),
    ...counted(blocks, ['address or block', 'addresses and blocks'], 'of addresses in figures (192.0.2.0/24).'),
    ...figures(group),
    ...counted(
      snapshot.illegal.entries,
      ['entry', 'entries'],
      'of the suppliers’ lists of illegal content: they are hashes, which only the gateway compares.',
    ),
    ...counted(phrases, ['phrase', 'phrases'], 'to look for in what is typed and read.'),
  ]
}

function counted(count: number, [one, many]: readonly [string, string], about: string): string[] {
  return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many} ${about}`]
}

const figures = (group: Group | undefined): string[] =>
  group === undefined || group.addresses === 'allow'
    ? []
    : [`what ${group.title} get at an address in figures that no list knows (${group.addresses}).`]
