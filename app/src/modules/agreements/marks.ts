/** Pictures to sign with, and what a child calls them. */
export const marks = {
  snail: 'Snail',
  star: 'Star',
  acorn: 'Acorn',
  butterfly: 'Butterfly',
  leaf: 'Leaf',
  berry: 'Berry',
  mushroom: 'Mushroom',
  bird: 'Bird',
} as const

/** The mark that a child makes beside the picture: a stamp of one colour. */
export const stamps = { green: 'Green', yellow: 'Yellow', blue: 'Blue', brown: 'Brown' } as const
