import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { compile, type ListSource, type Policy, type Seal } from '../engine/src/index.js'

/** A Thursday in term. */
export const AT = Date.parse('2026-11-26T10:00:00Z')
const pair = generateKeyPairSync('ed25519')
export const benchSeal: Seal = {
  digest: (bytes) => createHash('sha256').update(bytes).digest(),
  sign: (bytes) => sign(null, bytes, pair.privateKey),
  verify: (bytes, signature) => verify(null, bytes, pair.publicKey, signature),
}

const provenance = { author: 'bench', approver: 'bench', date: '2026-11-26' }

export const benchPolicy: Policy = {
  format: 1,
  school: 'Bench',
  calendar: { terms: [{ from: '2026-09-01', to: '2026-12-19' }], closed: [] },
  categories: ['games', 'adult', 'social', 'gambling'].map((id) => ({ id, title: id, childWords: id })),
  groups: ['ks1', 'ks2', 'staff'].map((id) => ({
    id,
    title: id,
    voice: 'pupil' as const,
    unlisted: 'allow' as const,
    safeSearch: true,
    youtube: 'strict' as const,
    addresses: 'block' as const,
  })),
  times: [{ id: 'lunch', days: 'school-days', from: '12:00', to: '13:00' }],
  rules: [
    {
      id: 'r1',
      kind: 'rule',
      verdict: 'block',
      about: { categories: ['games', 'adult', 'gambling'] },
      to: { everyone: true },
      reason: 'r1',
      ...provenance,
    },
    {
      id: 'r2',
      kind: 'rule',
      verdict: 'allow',
      about: { categories: ['games'] },
      to: { groups: ['ks2'] },
      when: 'lunch',
      reason: 'r2',
      ...provenance,
    },
    {
      id: 'r3',
      kind: 'rule',
      verdict: 'ask',
      about: { categories: ['social'] },
      to: { groups: ['ks2'] },
      reason: 'r3',
      ...provenance,
    },
    {
      id: 'r4',
      kind: 'rule',
      verdict: 'allow',
      about: { hosts: ['school.example', 'reading.example'] },
      to: { everyone: true },
      reason: 'r4',
      ...provenance,
    },
  ],
  help: ['childline.org.uk'],
}

/** The names as four category lists, handed over in pieces as from a file. */
export function asLists(names: readonly string[]): readonly ListSource[] {
  return benchPolicy.categories.map(({ id }, part) => ({
    id,
    title: id,
    format: 'domains',
    category: id,
    files: [fileOf(names.filter((_, at) => at % 4 === part))],
    ...provenance,
  }))
}

/** A snapshot of lists under the policy, in memory that threads share as a gateway's do; `expected` is about how many entries. */
export async function compiled(lists: readonly ListSource[], expected: number): Promise<SharedArrayBuffer> {
  const made = { policy: benchPolicy, lists, suppliers: [], number: 1, at: AT, seal: benchSeal, expected }
  const { bytes, report } = await compile(made)
  if (bytes === null) throw new Error(report.problems.join())
  const shared = new SharedArrayBuffer(bytes.length)
  new Uint8Array(shared).set(bytes)
  return shared
}

export function fileOf(names: readonly string[]): ListSource['files'][number] {
  const bytes = Buffer.from(`${names.join('\n')}\n`)
  return {
    path: 'domains',
    async *read() {
      for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20))
    },
    digest: async () => createHash('sha256').update(bytes).digest('hex'),
  }
}
