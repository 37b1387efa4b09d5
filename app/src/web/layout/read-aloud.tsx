import type { JSX } from 'preact'
import { SignPicture } from '../pictures/signs.js'

/** What a loudspeaker button reads: the elements with these ids, one after another. */
export interface ReadAloudProps {
  /** Ids on the same page, in reading order. The text is read from the page itself, so the two can never differ. */
  readonly of: readonly string[]
  /** What the button is called by a screen reader: 'Read this to me'. */
  readonly label: string
  /** Shown in words too, beside the loudspeaker; otherwise the sign stands alone. */
  readonly shown?: boolean
}

/**
 * The loudspeaker. It leaves the server hidden and `read-aloud.js` shows it only where a voice on this very device
 * can speak: a button that does nothing is worse than none, and a voice in the cloud would send a child's words away.
 */
export function ReadAloud({ of, label, shown = false }: ReadAloudProps): JSX.Element {
  return (
    <button type="button" class="read-aloud" data-read-aloud={of.join(' ')} aria-pressed="false" hidden>
      <SignPicture name="speaker" />
      <span class={shown ? undefined : 'for-ears'}>{label}</span>
    </button>
  )
}
