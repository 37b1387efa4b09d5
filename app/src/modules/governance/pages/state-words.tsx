import type { ClauseVerdict } from '../../../engine/clauses/clause-state.js'
import { StackedBar } from '../../../web/components/app/stacked-bar.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import type { Counts } from '../queries/standing.js'

/** How each verdict is said in a count. 'Not looked at' and 'not yet built' are two things, and neither is kept. */
const said: Readonly<Record<ClauseVerdict, (count: number) => string>> = {
  kept: (count) => `${count} kept`,
  due: (count) => `${count} due`,
  broken: (count) => `${count} broken`,
  attested: (count) => `${count} on somebody’s word`,
  unknown: (count) => `${count} not known`,
  unbuilt: (count) => `${count} not yet checked by Hedgerow`,
}

const order: readonly ClauseVerdict[] = ['kept', 'due', 'broken', 'attested', 'unknown', 'unbuilt']

/** The look of a verdict in pictures: what is not checked looks like what is not known. */
export const looksLike = (verdict: ClauseVerdict) => (verdict === 'unbuilt' ? 'unknown' : verdict)

/** A verdict as a tag: 'Not yet checked by Hedgerow' is never green. */
export function VerdictTag({ verdict }: { readonly verdict: ClauseVerdict }) {
  if (verdict === 'unbuilt') return <StateTag state="unknown">Not yet checked by Hedgerow</StateTag>
  if (verdict === 'unknown') return <StateTag state="unknown">Not known</StateTag>
  return <StateTag state={verdict} />
}

/** The promises of one part as a small bar with its numbers in words. */
export function CountsBar({ counts, words = true }: { readonly counts: Counts; readonly words?: boolean }) {
  return (
    <StackedBar
      words={words}
      parts={order.map((verdict) => ({
        state: looksLike(verdict),
        count: counts[verdict],
        words: said[verdict](counts[verdict]),
      }))}
    />
  )
}

/** 'Of 186 promises, 61 are kept, 2 are due, 1 is broken and 122 are not yet checked by Hedgerow.' */
export function sentenceOf(total: number, counts: Counts): string {
  const are = (count: number, words: string): string => `${count} ${count === 1 ? 'is' : 'are'} ${words}`
  const parts = [
    are(counts.kept, 'kept'),
    ...(counts.due ? [are(counts.due, 'due')] : []),
    ...(counts.broken ? [are(counts.broken, 'broken')] : []),
    ...(counts.attested ? [`${counts.attested} ${counts.attested === 1 ? 'rests' : 'rest'} on somebody’s word`] : []),
    ...(counts.unknown ? [are(counts.unknown, 'not known')] : []),
    ...(counts.unbuilt ? [are(counts.unbuilt, 'not yet checked by Hedgerow')] : []),
  ]
  const last = parts.pop() ?? ''
  return `Of ${total} promises, ${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last}.`
}
