import type { ComponentChildren, JSX } from 'preact'

/**
 * Small signs that stand inside a button or link, beside words that say the same: drawn in the colour of the text
 * round them, and skipped by screen readers.
 */
function Sign({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <svg class="sign" viewBox="0 0 32 32" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
        {children}
      </g>
    </svg>
  )
}

const drawings = {
  /** A loudspeaker: read this to me. */
  speaker: (
    <>
      <path d="M5 12.5 H10 L17 7 V25 L10 19.5 H5 Z" fill="currentColor" />
      <path d="M21.5 11.5 Q24 16 21.5 20.5 M25 8 Q29.5 16 25 24" />
    </>
  ),
  /** Stop reading. */
  stop: <rect x="9" y="9" width="14" height="14" rx="2" fill="currentColor" />,
  /** A way out. */
  leave: <path d="M18 5 H7 V27 H18 M13 16 H28 M23 10.5 L28 16 L23 21.5" />,
  back: <path d="M27 16 H6 M13 8.5 L5.5 16 L13 23.5" />,
  onward: <path d="M5 16 H26 M19 8.5 L26.5 16 L19 23.5" />,
  tick: <path d="M6 17 L13 24 L26 9" stroke-width="4" />,
  printer: <path d="M9 12 V5 H23 V12 M9 22 H5 V12 H27 V22 H23 M9 18 H23 V27 H9 Z" />,
  pencil: <path d="M6 26 L8 19 L21 6 L26 11 L13 24 Z M18 9 L23 14" />,
  telephone: (
    <path
      d="M9 5 L13 11 L11 14.5 Q13.5 19.5 18 21.5 L21.5 19 L27 23 Q26 27.5 21.5 27.5 Q8 24.5 5 9.5 Q5.5 5.5 9 5 Z"
      fill="currentColor"
      stroke="none"
    />
  ),
} satisfies Record<string, JSX.Element>

/** The name of a sign. */
export type SignName = keyof typeof drawings

/** One sign by its name. */
export function SignPicture({ name }: { readonly name: SignName }): JSX.Element {
  return <Sign>{drawings[name]}</Sign>
}
