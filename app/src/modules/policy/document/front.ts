import type { Clause } from '../../../engine/packs/schema/sections.js'

/** What stands before the parts, in this order, and how it is headed. A clause says which by its `aspect`. */
const headings = {
  statement: 'Our commitment',
  rights: 'Children’s rights',
  aims: 'What this policy is for',
  principles: 'Our principles',
  benefits: 'Why we use technology',
  scope: 'Who and what it covers',
  limits: 'What nobody can promise',
} as const

const isFront = (aspect: unknown): aspect is keyof typeof headings =>
  typeof aspect === 'string' && Object.hasOwn(headings, aspect)

/** The heading at the front of the document under which a clause stands, or null when it stands in its part. */
export function frontHeading({ keptBy }: Clause): string | null {
  const aspects = keptBy.flatMap(({ mechanism, with: set }) =>
    mechanism === 'policy-document' ? [set?.['aspect']].flat() : [],
  )
  const aspect = aspects.find(isFront)
  return aspect === undefined ? null : headings[aspect]
}
