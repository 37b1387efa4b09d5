/** The posters that can be printed here and looked for in rooms. The Bother poster has its own page, made by concerns. */
export const posterKinds = [
  { id: 'rules-ks1', title: 'Rules for Reception to Year 2' },
  { id: 'rules-ks2', title: 'Rules for Years 3 to 6' },
  { id: 'acceptable-use', title: 'How we use computers here' },
  { id: 'bother', title: 'Something bothers me' },
  { id: 'policy', title: 'Our policy in the staffroom' },
] as const

export type PosterKind = (typeof posterKinds)[number]['id']
