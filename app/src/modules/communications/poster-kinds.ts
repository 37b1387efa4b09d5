/** The posters that can be printed here and looked for in rooms. The Bother poster has its own page, made by concerns. */
export const posterKinds = [
  { id: 'rules-ks1', title: 'Rules for Reception to Year 2' },
  { id: 'rules-ks2', title: 'Rules for Years 3 to 6' },
  { id: 'acceptable-use', title: 'How we use computers here' },
  { id: 'bother', title: 'Something bothers me' },
  { id: 'policy', title: 'Our policy in the staffroom' },
] as const

/** What clauses call a poster, where any of several kinds will do. Any other name in a pack is refused. */
export const posterNames: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(posterKinds.map(({ id }) => [id, [id]])),
  'online-rules': ['rules-ks1', 'rules-ks2'],
  'how-to-tell': ['bother'],
  'bother-actions': ['bother'],
}

export type PosterKind = (typeof posterKinds)[number]['id']
