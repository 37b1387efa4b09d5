import type { JSX } from 'preact'
import { cream, clay, ink, leaf, mint, mist, petal, skins, sky, straw, sun } from './palette.js'
import { Person } from './person.js'
import { PictureFrame, type PictureProps } from './picture-frame.js'

/** Somebody was unkind: prickly scribble in a bubble, and a child who has gone quiet. */
export function UnkindWordsPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={petal} {...props}>
      <Person x={68} y={116} scale={0.86} skin={skins[1]} hair="long" hairColour={clay} top={sky} quiet />
      <path
        d="M100 32 H160 Q174 32 174 46 V78 Q174 92 160 92 H134 L116 108 L118 92 H104 Q90 92 90 78 V46 Q90 32 100 32 Z"
        fill={cream}
      />
      <path d="M106 72 L116 50 L122 72 L132 48 L138 72 L148 50 L156 70" stroke={clay} />
    </PictureFrame>
  )
}

/** I saw something: an eye on a tablet's screen. */
export function SawSomethingPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mist} {...props}>
      <rect x="32" y="44" width="136" height="104" rx="14" fill={leaf} />
      <rect x="44" y="56" width="112" height="80" rx="4" fill={cream} />
      <path d="M58 96 Q100 58 142 96 Q100 134 58 96 Z" fill="#ffffff" />
      <circle cx="100" cy="96" r="17" fill={sky} />
      <circle cx="100" cy="96" r="8" fill={ink} stroke="none" />
      <path d="M84 166 H116" />
    </PictureFrame>
  )
}

/** Somebody asked me something: a question arriving on a telephone. */
export function AskedSomethingPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <rect x="42" y="58" width="64" height="112" rx="12" fill={leaf} />
      <rect x="52" y="72" width="44" height="78" rx="3" fill={cream} />
      <path d="M70 160 H78" />
      <path
        d="M98 28 H154 Q170 28 170 44 V88 Q170 104 154 104 H124 L104 122 V104 H98 Q82 104 82 88 V44 Q82 28 98 28 Z"
        fill={sky}
      />
      <path d="M114 56 Q114 44 126 44 Q139 44 139 55 Q139 63 126 68 V74" stroke-width="7" />
      <circle cx="126" cy="88" r="4.5" fill={ink} stroke="none" />
    </PictureFrame>
  )
}

/** Something else: a muddle of wool, for a worry that has no name yet. */
export function SomethingElsePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <circle cx="94" cy="100" r="50" fill={sun} />
      <path
        d="M52 84 Q90 60 134 78 M46 106 Q92 78 142 104 M58 130 Q98 100 136 126 M78 56 Q60 100 84 146 M108 54 Q90 100 112 146"
        stroke-width="4"
      />
      <path d="M136 128 Q156 142 146 156 Q138 166 154 168 Q166 168 170 158" />
    </PictureFrame>
  )
}
