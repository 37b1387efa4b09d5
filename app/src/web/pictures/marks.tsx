import type { JSX } from 'preact'
import { bark, clay, cream, leaf, mint, mist, petal, sky, straw, sun } from './palette.js'
import { PictureFrame, type PictureProps } from './picture-frame.js'

/** Small things of the hedgerow that a child signs with: easy to tell apart, and nobody's favourite is rude. */

export function SnailPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <path d="M30 142 H138 Q160 142 160 118 V92 M160 92 L150 74 M160 92 L174 76" />
      <circle cx="92" cy="100" r="42" fill={clay} />
      <path d="M92 100 Q92 88 104 92 Q114 100 104 114 Q90 124 74 112 Q64 92 82 76 Q104 66 122 84" stroke={cream} />
    </PictureFrame>
  )
}

export function StarPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={sky} {...props}>
      <path d="M100 34 L118 82 L168 84 L128 114 L142 162 L100 134 L58 162 L72 114 L32 84 L82 82 Z" fill={sun} />
    </PictureFrame>
  )
}

export function AcornPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <path d="M58 96 Q58 152 100 172 Q142 152 142 96 Z" fill={sun} />
      <path d="M46 96 Q46 58 100 58 Q154 58 154 96 Z" fill={bark} />
      <path d="M100 58 Q100 42 112 34" />
    </PictureFrame>
  )
}

export function ButterflyPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={petal} {...props}>
      <path d="M96 96 Q60 30 34 64 Q26 96 92 108 Q40 118 54 150 Q76 172 98 116" fill={sky} />
      <path d="M104 96 Q140 30 166 64 Q174 96 108 108 Q160 118 146 150 Q124 172 102 116" fill={sky} />
      <path d="M100 78 V146 M100 78 L88 54 M100 78 L112 54" stroke-width="8" />
    </PictureFrame>
  )
}

export function LeafPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mist} {...props}>
      <path d="M46 152 Q30 56 152 42 Q170 140 68 150 Z" fill={leaf} />
      <path d="M36 166 L124 76 M84 116 L84 88 M102 98 L130 104" />
    </PictureFrame>
  )
}

export function BerryPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <path d="M100 36 Q92 62 70 84 M100 36 Q108 62 134 88" />
      <circle cx="66" cy="114" r="32" fill={clay} />
      <circle cx="136" cy="120" r="32" fill={clay} />
      <path d="M100 36 Q128 22 146 42 Q124 54 100 36 Z" fill={leaf} />
    </PictureFrame>
  )
}

export function MushroomPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <path d="M82 104 Q84 140 74 164 H126 Q116 140 118 104" fill={cream} />
      <path d="M32 106 Q40 44 100 44 Q160 44 168 106 Z" fill={clay} />
      <path d="M74 78 H74.5 M106 66 H106.5 M132 86 H132.5" stroke={cream} stroke-width="14" />
    </PictureFrame>
  )
}

export function BirdPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={sky} {...props}>
      <path d="M44 116 Q44 66 96 62 Q146 62 150 104 Q150 148 102 150 Q60 148 44 116 Z" fill={sun} />
      <path d="M150 96 L176 104 L150 114 M126 92 H126.5 M44 116 L22 100 M88 150 V172 M112 150 V172" />
      <path d="M76 104 Q98 96 104 122 Q84 132 76 104 Z" fill={clay} />
    </PictureFrame>
  )
}
