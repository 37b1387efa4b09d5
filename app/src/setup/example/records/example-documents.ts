import type { Temporal } from 'temporal-polyfill'
import type { RecordMaker } from './record-maker.js'

const guidance = 'https://www.gov.uk/government/publications'

/** Our own policies: title, short name, the post that looks after it. */
const ours = [
  ['Child protection policy', 'child-protection-policy', 'dsl'],
  ['Behaviour policy', 'behaviour-policy', 'headteacher'],
  ['Staff code of conduct', 'staff-code-of-conduct', 'headteacher'],
  ['Data protection policy', 'data-protection-policy', 'dpo'],
  ['Complaints procedure', 'complaints-procedure', 'headteacher'],
  ['Whistleblowing procedure', 'whistleblowing-procedure', 'headteacher'],
  ['Anti-bullying policy', 'anti-bullying-policy', 'headteacher'],
  ['Acceptable use agreements', 'acceptable-use-agreements', 'dsl'],
  ['Agreement for staff', 'staff-agreement', 'headteacher'],
  ['Privacy notices', 'privacy-notices', 'dpo'],
  ['Computing plans', 'computing-plans', 'computing-lead'],
  ['Relationships education policy', 'relationships-education-policy', 'headteacher'],
] as const

/** What our policy leans on: one is overdue for renewal, one was looked at too long ago, one is dead, and none for phones is there. */
export async function documents(maker: RecordMaker, today: Temporal.PlainDate): Promise<void> {
  const seen = today.subtract({ days: 12 })
  const usual = { state: 'current', successor: null, checked: seen }
  const policies = ours.map(([title, code, owner]) => ({
    ...usual,
    title,
    code,
    kind: 'policy',
    owner,
    edition: `Edition of ${seen.year}`,
    audience: ['staff', 'parents'],
    where: 'Shared drive, folder “Policies”',
    until: code === 'whistleblowing-procedure' ? today.subtract({ days: 20 }) : today.add({ months: 9 }),
  }))
  const entries = [...policies, ...fromOutside(usual, today)]
  await maker.add({ register: 'linked-documents', day: seen, post: 'dsl', entries })
}

/** Guidance and pages that others write. */
function fromOutside(usual: object, today: Temporal.PlainDate): readonly Record<string, unknown>[] {
  const outside = { ...usual, kind: 'guidance', owner: 'dsl', audience: ['staff', 'governors'], until: null }
  return [
    {
      ...outside,
      title: 'Keeping children safe in education',
      code: 'kcsie',
      edition: `${today.year}`,
      where: `${guidance}/keeping-children-safe-in-education--2`,
    },
    {
      ...outside,
      title: 'Online-safety guidance of the county',
      code: 'local-guidance',
      edition: `${today.year}`,
      where: 'https://wealdshire.example/online-safety',
    },
    {
      ...outside,
      title: 'Sharing nudes and semi-nudes',
      code: 'ukcis-nudes',
      edition: 'March 2024',
      where: `${guidance}/sharing-nudes-and-semi-nudes-advice-for-education-settings-working-with-children-and-young-people`,
      checked: today.subtract({ months: 13 }),
    },
    {
      ...outside,
      title: 'Our old page of links for parents',
      code: null,
      edition: '2021',
      kind: 'page',
      state: 'dead',
      owner: 'website-editor',
      audience: ['parents'],
      where: 'https://littlehedgeling.example/old-links',
    },
  ]
}
