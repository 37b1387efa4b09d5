import type { JSX } from 'preact'
import { clay, cream, ink, leaf, mint, mist, petal, skins, sky, straw, sun } from './palette.js'
import { Person } from './person.js'
import { PictureFrame, type PictureProps } from './picture-frame.js'

/** Put it away: a laptop half closed, its screen out of sight (004-607: the first picture, readable with no words). */
export function PutAwayPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mist} {...props}>
      <path d="M52 104 H148 L172 158 Q172 164 164 164 H36 Q28 164 28 158 Z" fill={sky} />
      <path d="M48 146 H152 M84 156 H116" stroke-width="4" />
      <path d="M52 84 H148 L168 120 Q171 128 162 128 H38 Q29 128 32 120 Z" fill={leaf} />
      <circle cx="100" cy="106" r="8" fill={cream} />
      <path
        d="M66 30 Q88 36 92 62 M92 62 L82 52 M92 62 L100 50 M116 26 Q138 32 142 62 M142 62 L132 52 M142 62 L150 50"
        stroke={clay}
      />
    </PictureFrame>
  )
}

/** Three grown-ups side by side, as different from one another as a school's grown-ups are. */
export function GrownUpsPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <Person x={54} y={78} scale={0.8} skin={skins[3]} hair="short" beard top={leaf} />
      <Person x={146} y={78} scale={0.8} skin={skins[0]} hair="bun" hairColour="#c9c4b8" glasses top={clay} />
      <Person x={100} y={116} scale={0.92} skin={skins[2]} hair="scarf" hairColour={sky} top={sun} />
    </PictureFrame>
  )
}

/** Tell us: a speech bubble being written in. */
export function TellUsPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <path
        d="M44 46 H150 Q164 46 164 60 V112 Q164 126 150 126 H92 L66 152 V126 H44 Q30 126 30 112 V60 Q30 46 44 46 Z"
        fill={cream}
      />
      <path d="M52 72 H112 M52 92 H94" stroke={leaf} />
      <path d="M112 128 L160 66 L180 82 L132 144 L108 150 Z" fill={sun} />
      <path d="M112 128 L132 144 M150 79 L170 95" />
      <path d="M108 150 L116 148 L110 140 Z" fill={ink} stroke-width="3" />
    </PictureFrame>
  )
}

/** Worried this minute: a telephone with a warm ring round it. */
export function PhonePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={petal} {...props}>
      <path
        d="M70 48 L88 76 L76 92 Q88 118 110 128 L126 116 L154 134 Q150 158 130 158 Q60 146 46 74 Q48 52 70 48 Z"
        fill={leaf}
      />
      <path d="M120 78 Q130 84 132 96 M126 54 Q150 64 156 90" stroke={clay} />
    </PictureFrame>
  )
}

/** Three words to keep: three luggage labels on one ring. */
export function ThreeWordsPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <g fill={cream}>
        <path d="M104 62 L152 84 Q160 88 156 96 L148 112 Q144 120 136 116 L92 94 Z" fill={sky} />
        <path d="M92 70 L136 122 Q142 130 134 136 L120 148 Q112 154 106 146 L72 94 Z" fill={sun} />
        <path d="M82 70 L92 140 Q93 150 83 151 L62 152 Q52 152 52 142 L58 84 Z" />
      </g>
      <circle cx="84" cy="62" r="20" />
    </PictureFrame>
  )
}
