import type { JSX } from 'preact'
import { clay, leaf, mint, mist, petal, skins, sky, straw, sun } from './palette.js'
import { Person, type PersonProps } from './person.js'
import { PictureFrame, type PictureProps } from './picture-frame.js'

type Look = Omit<PersonProps, 'x' | 'y' | 'scale'> & { readonly ground: string }

const grey = '#c9c4b8'

/** Twelve faces for a school to choose from, so that children find a grown-up who looks a little like the real one. */
const looks = {
  'bun-glasses': { ground: straw, skin: skins[0], hair: 'bun', hairColour: grey, glasses: true, top: clay },
  beard: { ground: mint, skin: skins[3], hair: 'short', beard: true, top: leaf },
  scarf: { ground: mist, skin: skins[2], hair: 'scarf', hairColour: sky, top: sun },
  curls: { ground: petal, skin: skins[4], hair: 'curls', top: sky },
  long: { ground: mint, skin: skins[1], hair: 'long', hairColour: clay, top: sun },
  short: { ground: mist, skin: skins[0], hair: 'short', hairColour: clay, top: leaf },
  none: { ground: straw, skin: skins[2], hair: 'none', glasses: true, top: sky },
  'grey-beard': { ground: petal, skin: skins[0], hair: 'short', hairColour: grey, beard: true, top: leaf },
  'long-dark': { ground: straw, skin: skins[3], hair: 'long', top: clay },
  'scarf-glasses': { ground: mint, skin: skins[1], hair: 'scarf', hairColour: leaf, glasses: true, top: petal },
  'short-glasses': { ground: petal, skin: skins[1], hair: 'short', glasses: true, top: sky },
  'curls-light': { ground: mist, skin: skins[0], hair: 'curls', hairColour: clay, top: petal },
} satisfies Record<string, Look>

/** The name of a face, as the school's settings keep it. */
export type GrownUpFace = keyof typeof looks

/** Every face, for the screen on which a school chooses. */
export const grownUpFaces = Object.keys(looks) as readonly GrownUpFace[]

/** One grown-up. */
export function GrownUpPicture({ face, title }: PictureProps & { readonly face: GrownUpFace }): JSX.Element {
  const { ground, ...look } = looks[face]
  return (
    <PictureFrame ground={ground} title={title}>
      <Person x={100} y={90} scale={1.35} {...look} />
    </PictureFrame>
  )
}
