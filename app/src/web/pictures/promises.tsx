import type { JSX } from 'preact'
import { clay, cream, ink, leaf, mint, mist, petal, skins, sky, straw, sun } from './palette.js'
import { Person } from './person.js'
import { PictureFrame, type PictureProps } from './picture-frame.js'

/** A child asks a grown-up, with a question over their heads. */
export function AskAGrownUpPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <Person x={132} y={78} scale={1} skin={skins[3]} hair="bun" top={leaf} />
      <Person x={66} y={112} scale={0.8} skin={skins[1]} hair="curls" top={sun} />
      <path
        d="M40 36 H84 Q92 36 92 44 V66 Q92 74 84 74 H74 L66 84 L62 74 H40 Q32 74 32 66 V44 Q32 36 40 36 Z"
        fill={cream}
      />
      <path d="M56 50 Q62 42 68 48 Q72 54 62 59 V61 M62 67 V67.5" stroke={clay} />
    </PictureFrame>
  )
}

/** A page with a tick on it: somebody has chosen it. */
export function ChosenPagePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mist} {...props}>
      <rect x="36" y="46" width="128" height="104" rx="12" fill={cream} />
      <path d="M36 70 H164 M50 58 H50.5 M62 58 H62.5 M74 58 H74.5" />
      <circle cx="100" cy="112" r="30" fill={leaf} />
      <path d="M86 112 L96 123 L116 100" stroke={cream} stroke-width="8" />
    </PictureFrame>
  )
}

/** Two speech bubbles, a heart in each. */
export function KindWordsPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={petal} {...props}>
      <path
        d="M34 40 H112 Q122 40 122 50 V88 Q122 98 112 98 H70 L52 114 V98 H34 Q24 98 24 88 V50 Q24 40 34 40 Z"
        fill={cream}
      />
      <path
        d="M100 92 H164 Q174 92 174 102 V138 Q174 148 164 148 H152 V164 L134 148 H100 Q90 148 90 138 V102 Q90 92 100 92 Z"
        fill={sky}
      />
      <path d="M73 84 Q56 72 63 62 Q70 57 73 66 Q76 57 83 62 Q90 72 73 84 Z" fill={clay} stroke-width="4" />
      <path
        d="M132 136 Q115 124 122 114 Q129 109 132 118 Q135 109 142 114 Q149 124 132 136 Z"
        fill={clay}
        stroke-width="4"
      />
    </PictureFrame>
  )
}

/** A house with a big lock on it. */
export function KeepPrivatePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <path d="M30 96 L100 38 L170 96" />
      <path d="M46 88 V160 H154 V88" fill={straw} />
      <path d="M84 116 V104 Q84 88 100 88 Q116 88 116 104 V116" />
      <rect x="74" y="114" width="52" height="40" rx="8" fill={sun} />
      <path d="M100 128 V140" stroke-width="7" />
    </PictureFrame>
  )
}

/** A key held close, and dots where a password would stand. */
export function SecretPasswordPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={sky} {...props}>
      <circle cx="66" cy="78" r="28" fill={sun} />
      <circle cx="66" cy="78" r="10" fill={cream} />
      <path d="M94 78 H162 V98 M142 78 V94" stroke-width="9" />
      <rect x="36" y="124" width="128" height="36" rx="10" fill={cream} />
      <path d="M60 142 H60.5 M82 142 H82.5 M104 142 H104.5 M126 142 H126.5" stroke-width="10" />
    </PictureFrame>
  )
}

/** People we know stand together; the stranger's place is empty. */
export function KnownPeoplePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <Person x={58} y={96} scale={0.82} skin={skins[4]} hair="puffs" top={sun} />
      <Person x={112} y={86} scale={0.9} skin={skins[0]} hair="long" hairColour={clay} top={sky} />
      <path d="M146 144 Q146 112 166 112 Q186 112 186 144" stroke-dasharray="5 11" />
      <circle cx="166" cy="90" r="18" stroke-dasharray="5 11" />
      <path d="M161 86 Q166 79 171 86 Q171 91 166 94 M166 101 V101.5" stroke={clay} stroke-width="4" />
    </PictureFrame>
  )
}

/** A camera, and a friend who says that it is all right. */
export function AskBeforePicturePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <Person x={132} y={78} scale={0.95} skin={skins[2]} hair="scarf" hairColour={leaf} top={clay} />
      <rect x="24" y="98" width="88" height="60" rx="12" fill={sky} />
      <path d="M50 98 L56 86 H80 L86 98" fill={sky} />
      <circle cx="68" cy="128" r="18" fill={cream} />
      <circle cx="68" cy="128" r="6" fill={ink} />
      <path
        d="M38 34 H82 Q90 34 90 42 V58 Q90 66 82 66 H80 L86 78 L68 66 H38 Q30 66 30 58 V42 Q30 34 38 34 Z"
        fill={cream}
      />
      <path d="M48 50 L56 58 L72 42" stroke={leaf} stroke-width="6" />
    </PictureFrame>
  )
}

/** A tablet between two careful hands. */
export function LookAfterPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mist} {...props}>
      <rect x="52" y="44" width="96" height="116" rx="12" fill={leaf} />
      <rect x="64" y="58" width="72" height="82" rx="4" fill={cream} />
      <path d="M82 108 Q90 118 100 118 Q110 118 118 108 M86 84 V86 M114 84 V86" stroke-width="6" />
      <path d="M28 152 Q30 116 46 104 Q58 98 60 110 L58 134 Q60 150 48 162" fill={skins[2]} />
      <path d="M172 152 Q170 116 154 104 Q142 98 140 110 L142 134 Q140 150 152 162" fill={skins[2]} />
    </PictureFrame>
  )
}

/** A grown-up looks on, kindly, through big glasses. */
export function LookingOnPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={petal} {...props}>
      <Person x={100} y={78} scale={1.15} skin={skins[1]} hair="short" glasses top={leaf} />
      <rect x="56" y="128" width="88" height="50" rx="8" fill={sky} />
      <path d="M74 146 H126 M74 160 H108" stroke-width="4" />
    </PictureFrame>
  )
}
