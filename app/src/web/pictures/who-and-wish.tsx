import type { JSX } from 'preact'
import { clay, cream, ink, leaf, mint, mist, petal, skins, sky, straw, sun } from './palette.js'
import { Person } from './person.js'
import { PictureFrame, type PictureProps } from './picture-frame.js'

/** About me: one child, a heart on the jumper. */
export function MePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <Person x={100} y={88} scale={1.2} skin={skins[2]} hair="curls" top={sun} />
      <path
        d="M100 164 Q82 152 90 142 Q97 138 100 146 Q103 138 110 142 Q118 152 100 164 Z"
        fill={petal}
        stroke-width="4"
      />
    </PictureFrame>
  )
}

/** About somebody else: a child, with another who looks on. */
export function SomebodyElsePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mist} {...props}>
      <Person x={60} y={98} scale={0.92} skin={skins[0]} hair="short" hairColour={clay} top={leaf} />
      <Person x={136} y={92} scale={1.02} skin={skins[4]} hair="puffs" top={sky} quiet />
      <path d="M136 22 V34 M136 34 L128 27 M136 34 L144 27" stroke={clay} />
    </PictureFrame>
  )
}

/** You may know my name: a name badge, filled in. */
export function NamePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <path d="M64 20 L100 62 L136 20" />
      <rect x="48" y="62" width="104" height="104" rx="14" fill={cream} />
      <rect x="88" y="54" width="24" height="16" rx="5" fill={sun} />
      <Person x={100} y={100} scale={0.6} skin={skins[1]} hair="bun" top={leaf} />
      <path d="M70 155 H130" stroke={clay} stroke-width="6" />
    </PictureFrame>
  )
}

/** No name: a child behind a big leaf, with friendly eyes looking over it. */
export function NoNamePicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={petal} {...props}>
      <Person x={100} y={88} scale={1.2} skin={skins[3]} hair="short" top={sky} />
      <path
        d="M34 152 C28 118 72 106 108 108 C140 110 162 104 172 94 C178 136 148 180 96 178 C68 177 42 170 34 152 Z"
        fill={leaf}
      />
      <path
        d="M48 158 C82 152 118 142 156 114 M82 150 L78 130 M112 141 L110 122 M98 146 L116 162 M126 133 L142 148"
        stroke-width="4"
      />
    </PictureFrame>
  )
}

/** Just so you know: a letter with a heart on it. */
export function JustSoYouKnowPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mist} {...props}>
      <path d="M36 66 H164 V146 H36 Z" fill={cream} />
      <path d="M36 66 L100 116 L164 66 M36 146 L82 104 M164 146 L118 104" />
      <path d="M100 96 Q74 78 84 60 Q95 52 100 66 Q105 52 116 60 Q126 78 100 96 Z" fill={petal} />
    </PictureFrame>
  )
}

/** Ask me first: a question, and a child's answer still to come. */
export function AskMeFirstPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={straw} {...props}>
      <path
        d="M42 34 H96 Q110 34 110 48 V86 Q110 100 96 100 H72 L54 116 V100 H42 Q28 100 28 86 V48 Q28 34 42 34 Z"
        fill={sky}
      />
      <path d="M58 57 Q58 47 69 47 Q81 47 81 57 Q81 64 69 68 V72" stroke-width="7" />
      <circle cx="69" cy="85" r="4.5" fill={ink} stroke="none" />
      <path
        d="M106 98 H156 Q172 98 172 112 V138 Q172 152 156 152 H150 V168 L132 152 H106 Q92 152 92 138 V112 Q92 98 106 98 Z"
        fill={cream}
      />
      <g fill={leaf} stroke="none">
        <circle cx="114" cy="126" r="5.5" />
        <circle cx="132" cy="126" r="5.5" />
        <circle cx="150" cy="126" r="5.5" />
      </g>
    </PictureFrame>
  )
}

/** Please help: a grown-up and a child, side by side. */
export function PleaseHelpPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <Person x={82} y={78} scale={1.06} skin={skins[0]} hair="long" hairColour={clay} top={leaf} glasses />
      <Person x={130} y={118} scale={0.8} skin={skins[2]} hair="short" top={sun} />
      <path d="M54 134 Q66 168 108 162" stroke-width="21" />
      <path d="M54 134 Q66 168 108 162" stroke={leaf} stroke-width="12" />
      <circle cx="110" cy="162" r="8" fill={skins[0]} stroke-width="4" />
    </PictureFrame>
  )
}

/** Sent: a letter going into the hedge's own post box, with a tick. */
export function SentPicture(props: PictureProps): JSX.Element {
  return (
    <PictureFrame ground={mint} {...props}>
      <circle cx="100" cy="100" r="54" fill={leaf} />
      <path d="M74 102 L93 121 L128 82" stroke={cream} stroke-width="13" />
    </PictureFrame>
  )
}
