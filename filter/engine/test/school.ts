import { createHash } from 'node:crypto'
import type { Who } from '../src/contract.js'
import { compile, type CompileInput, type Compiled, openSnapshot, type OpenSnapshot } from '../src/index.js'
import type { ListFile, ListFormat, ListSource } from '../src/list-source.js'
import type { Category, Group, Policy, Rule } from '../src/policy.js'
import { newSeal } from './seal.js'

/** A list from a text, or from files by their paths. */
export function listOf(
  id: string,
  text: string | Readonly<Record<string, string | Uint8Array>>,
  more: Partial<ListSource> = {},
): ListSource {
  const files = typeof text === 'string' ? { [`${id}.txt`]: text } : text
  return {
    id,
    title: id,
    format: 'domains' as ListFormat,
    category: null,
    author: 'A. Supplier',
    approver: 'B. Head',
    date: '2026-09-01',
    files: Object.entries(files).map(([path, content]) => fileOf(path, content)),
    ...more,
  }
}

export const fileOf = (path: string, content: string | Uint8Array): ListFile => ({
  path,
  read: () => inChunks(content),
  digest: async () => createHash('sha256').update(content).digest('hex'),
})

export async function* inChunks(content: string | Uint8Array, size = 70_000): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export const ruleOf = (id: string, rule: Partial<Rule> & Pick<Rule, 'verdict' | 'about' | 'to'>): Rule => ({
  id,
  kind: 'rule',
  reason: `because of ${id}`,
  author: 'C. Teacher',
  approver: 'D. Lead',
  date: '2026-09-01',
  ...rule,
})

const CATEGORIES: readonly Category[] = [
  { id: 'games', title: 'Games', childWords: 'a page with games', liftable: true },
  { id: 'gambling', title: 'Gambling', childWords: 'a page about betting' },
  {
    id: 'social',
    title: 'Social media',
    childWords: 'a page for sharing with people you may not know',
    liftable: true,
  },
  { id: 'adult', title: 'Adult', childWords: 'a page for grown-ups', locked: true },
  { id: 'vpn', title: 'Ways round the filter', childWords: 'a page for getting round the rules', locked: true },
  { id: 'self-harm', title: 'Self-harm', childWords: 'a page about being hurt' },
]

const GROUPS: readonly Group[] = [
  {
    id: 'eyfs',
    title: 'EYFS',
    voice: 'pupil',
    unlisted: 'block',
    safeSearch: true,
    youtube: 'strict',
    addresses: 'block',
  },
  {
    id: 'ks2',
    title: 'KS2',
    voice: 'pupil',
    unlisted: 'allow',
    safeSearch: true,
    youtube: 'strict',
    addresses: 'block',
    words: { 'self-harm': { flag: 50, block: 150 } },
  },
  {
    id: 'staff',
    title: 'Staff',
    voice: 'teacher',
    unlisted: 'allow',
    safeSearch: false,
    youtube: 'moderate',
    addresses: 'allow',
  },
]

/** A small primary school: four groups, a few categories, lessons from 08:50 to 15:20 with lunch at noon. */
export const policyOf = (rules: readonly Rule[], more: Partial<Policy> = {}): Policy => ({
  format: 1,
  school: 'Larkfield Primary',
  calendar: {
    terms: [{ from: '2026-09-01', to: '2026-12-19' }],
    closed: ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'],
  },
  categories: CATEGORIES,
  groups: GROUPS,
  times: [
    { id: 'lessons', days: 'school-days', from: '08:50', to: '15:20' },
    { id: 'lunch', days: 'school-days', from: '12:00', to: '13:00' },
  ],
  rules,
  help: ['childline.org.uk'],
  ...more,
})

export const testSeal = newSeal()

/** A Thursday in term, ten in the morning in London. */
export const THURSDAY = Date.parse('2026-11-26T10:00:00Z')
export const KS2: Who = { group: 'ks2' }
export const STAFF: Who = { group: 'staff' }

export const compiled = (input: Partial<CompileInput> & Pick<CompileInput, 'policy'>): Promise<Compiled> =>
  compile({ lists: [], suppliers: [], number: 1, at: THURSDAY, seal: testSeal, ...input })

/** Compiles and opens, or fails with what the report says. */
export async function opened(input: Partial<CompileInput> & Pick<CompileInput, 'policy'>): Promise<OpenSnapshot> {
  const { bytes, report } = await compiled(input)
  if (bytes === null) throw new Error(report.problems.join('\n'))
  return openSnapshot(bytes.buffer, testSeal)
}
