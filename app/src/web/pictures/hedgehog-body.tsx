import type { JSX } from 'preact'
import { blush, bark, clay, cream, ink } from './palette.js'

/** Where the guide looks: at the child, up in thought, or with eyes softly shut. */
export type HedgehogEyes = 'open' | 'up' | 'shut'

/**
 * The coat as a ring of blunt quills, worked out rather than drawn by hand so that every quill keeps the same width.
 * The lengths vary by a fixed little pattern: a ring of equal quills looks like a cog.
 */
function coat(): string {
  const quills = 19
  const lengths = [9, 5, 8, 4, 7]
  const points = Array.from({ length: quills * 2 }, (_, i) => {
    const angle = (Math.PI * 2 * i) / (quills * 2) - Math.PI / 2
    const reach = i % 2 === 0 ? (lengths[(i / 2) % lengths.length] ?? 8) : -3
    const x = 100 + Math.cos(angle) * (60 + reach)
    const y = 100 + Math.sin(angle) * (64 + reach)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `M${points.join(' L')} Z`
}

const coatPath = coat()

/** Everything that stays the same from pose to pose. */
export function HedgehogBody({ eyes }: { readonly eyes: HedgehogEyes }): JSX.Element {
  return (
    <>
      <path d={coatPath} fill={bark} stroke-width="8" />
      <ellipse cx="79" cy="170" rx="17" ry="9" fill={clay} />
      <ellipse cx="121" cy="170" rx="17" ry="9" fill={clay} />
      <circle cx="63" cy="66" r="12" fill={clay} />
      <circle cx="137" cy="66" r="12" fill={clay} />
      <path
        d="M60 98 C54 62 74 66 80 58 L88 70 L96 54 L104 70 L113 55 L121 69 C130 64 146 66 140 98 C151 112 150 168 100 168 C50 168 49 112 60 98 Z"
        fill={cream}
      />
      <Eyes eyes={eyes} />
      <ellipse cx="70" cy="113" rx="8" ry="6" fill={blush} stroke="none" />
      <ellipse cx="130" cy="113" rx="8" ry="6" fill={blush} stroke="none" />
      <ellipse cx="100" cy="107" rx="9" ry="7" fill={ink} stroke="none" />
      <path d="M88 121 Q100 132 112 121" />
    </>
  )
}

function Eyes({ eyes }: { readonly eyes: HedgehogEyes }): JSX.Element {
  if (eyes === 'shut') return <path d="M72 95 Q80 102 88 95 M112 95 Q120 102 128 95" />
  const lift = eyes === 'up' ? -3 : 0
  return (
    <g stroke="none">
      {[80, 120].map((x) => (
        <g key={x}>
          <circle cx={x} cy={95 + lift} r="7.5" fill={ink} />
          <circle cx={x + 2.5} cy={92.5 + lift * 1.4} r="2.6" fill={cream} />
        </g>
      ))}
    </g>
  )
}
