import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { spanOf, withinWords } from '../../../kernel/calendar/span.js'
import { Details } from '../../../web/components/govuk/details.js'
import { Radios } from '../../../web/components/govuk/radios.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import type { SchoolAnswers } from '../../school-answers.js'

const clockWords: Readonly<Record<string, string>> = {
  acknowledged: 'Somebody has read a concern',
  triaged: 'Somebody has decided what happens',
  answered: 'A child has an answer',
  'parents-decided': 'It is decided whether parents are told',
  reviewed: 'An open case is looked at again',
}

/** What the chosen policy means, on one screen: who hears first, how fast, what differs, and what it leaves to the school. */
export function AskMeaning({
  answers,
  pack,
  differences,
}: {
  readonly answers: SchoolAnswers
  readonly pack: Pack
  readonly differences: readonly string[]
}) {
  const chain = pack.routing.first.map((post) => titleOfPost(pack, post)).join(', then ')
  return (
    <>
      <p class="govuk-body">{pack.summary}</p>
      <SummaryList
        rows={[
          { key: { text: 'Who hears first' }, value: { text: chain } },
          ...pack.clocks.map(({ met, urgency, within }) => ({
            key: { text: `${clockWords[met] ?? met}${urgency === 'urgent' ? ', when it is urgent' : ''}` },
            value: { text: withinWords(spanOf(within)) },
          })),
        ]}
      />
      {differences.length > 0 && (
        <Details
          summaryText="What differs from the base policy"
          text={
            <ul class="govuk-list govuk-list--bullet">
              {differences.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          }
        />
      )}
      {pack.questions.map(({ id, ask, why, options, default: usual }) => (
        <Radios
          name={`q-${id}`}
          idPrefix={`q-${id}`}
          value={answers.answers[id] ?? usual ?? ''}
          fieldset={{ legend: { text: ask, classes: 'govuk-fieldset__legend--s' } }}
          hint={{ text: why }}
          items={options.map(({ value, text }) => ({ value, text }))}
        />
      ))}
    </>
  )
}
