import type { JSX } from 'preact'
import { cream, leaf, mint, mist, petal, sky, straw, sun } from './palette.js'
import type { HedgehogEyes } from './hedgehog-body.js'

/** The moments at which the guide appears. */
export type HedgehogPose = 'hello' | 'listening' | 'thinking' | 'thumbs-up' | 'note' | 'lantern' | 'waiting'

interface Pose {
  readonly ground: string
  readonly face: HedgehogEyes
  /** Drawn over the body. */
  readonly front: JSX.Element
}

/** One arm: a cream stroke with an ink edge, drawn from the shoulder to the paw. */
function Arm({ d }: { readonly d: string }): JSX.Element {
  return (
    <>
      <path d={d} stroke-width="23" />
      <path d={d} stroke-width="13" stroke={cream} />
    </>
  )
}

const restLeft = 'M60 126 Q48 136 54 150'

/** Where the props are drawn: the guide is drawn a little smaller than its ground, so 0 to 200 is not the edge. */
export const poses = {
  hello: {
    ground: mint,
    face: 'open',
    front: (
      <>
        <Arm d={restLeft} />
        <Arm d="M141 124 Q170 116 174 84" />
        <path d="M192 70 Q197 80 194 90 M160 62 Q164 56 171 56" stroke={leaf} />
      </>
    ),
  },
  listening: {
    ground: mist,
    face: 'open',
    front: (
      <>
        <Arm d={restLeft} />
        <Arm d="M141 128 Q172 108 152 72" />
        <path d="M172 46 Q182 58 180 72 M184 34 Q200 54 196 78" stroke={leaf} />
      </>
    ),
  },
  thinking: {
    ground: straw,
    face: 'up',
    front: (
      <>
        <Arm d={restLeft} />
        <Arm d="M142 138 Q132 152 112 134" />
        <g fill={cream}>
          <circle cx="168" cy="48" r="6" />
          <circle cx="183" cy="28" r="10" />
        </g>
      </>
    ),
  },
  'thumbs-up': {
    ground: mint,
    face: 'shut',
    front: (
      <>
        <Arm d={restLeft} />
        <Arm d="M141 128 Q152 138 164 130" />
        <path d="M172 116 L168 92" stroke-width="19" />
        <rect x="156" y="112" width="30" height="28" rx="11" fill={cream} />
        <path d="M171 116 L168 92" stroke-width="9" stroke={cream} />
        <path d="M176 122 H185 M176 131 H184" stroke-width="4" />
      </>
    ),
  },
  note: {
    ground: petal,
    face: 'open',
    front: (
      <>
        <path d="M66 134 L132 130 L136 174 L70 178 Z" fill={cream} />
        <path d="M82 148 L119 146 M83 161 L107 159.5" stroke={leaf} />
        <Arm d="M56 130 Q50 148 66 156" />
        <Arm d="M144 128 Q152 144 136 152" />
      </>
    ),
  },
  lantern: {
    ground: sky,
    face: 'open',
    front: (
      <>
        <Arm d={restLeft} />
        <circle cx="178" cy="150" r="32" fill={sun} stroke="none" opacity="0.5" />
        <path d="M166 132 Q178 108 190 132" />
        <path d="M163 133 H193 L188 170 H168 Z" fill={sun} />
        <path d="M178 162 Q168 154 178 142 Q188 154 178 162 Z" fill={cream} stroke="none" />
        <Arm d="M140 122 Q158 106 176 116" />
      </>
    ),
  },
  waiting: {
    ground: mist,
    face: 'shut',
    front: (
      <>
        <path d="M80 138 H120 L116 170 Q100 176 84 170 Z" fill={leaf} />
        <Arm d="M56 128 Q54 152 78 156" />
        <Arm d="M144 128 Q146 152 122 156" />
        <path d="M168 52 Q164 44 168 36 Q172 28 168 20 M182 52 Q178 44 182 36 Q186 28 182 20" stroke={leaf} />
      </>
    ),
  },
} satisfies Record<HedgehogPose, Pose>
