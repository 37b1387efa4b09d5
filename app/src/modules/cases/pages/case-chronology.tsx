import { Chronology } from '../../../web/components/app/chronology.js'
import type { ChronologyEntry } from '../../../web/components/app/chronology.js'
import { PagingLinks } from '../../../web/components/app/paging-links.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { SubNavigation } from '../../../web/components/moj/sub-navigation.js'
import { chronologyParts } from '../queries/chronology-of.js'
import type { ChronologyPart, Recorded } from '../queries/chronology-of.js'
import type { CaseView } from '../queries/case-view.js'
import { caseActUrl, caseUrl, correctEntryUrl } from '../urls.js'
import { byWords, When } from './case-words.js'

const partWords = {
  written: 'Written',
  decisions: 'Decisions',
  outside: 'Agencies and parents',
  procedure: 'Procedure',
  case: 'The case itself',
} as const satisfies Record<ChronologyPart, string>

interface ChronologyProps {
  readonly view: CaseView
  readonly only: ChronologyPart | null
  readonly mayRecord: boolean
}

/** The record of a case, newest first, a page at a time: all of it, or one part. */
export function CaseChronology({ view, only, mayRecord }: ChronologyProps) {
  const { rows } = view.recorded
  const add = { href: caseActUrl({ case: view.row.id, act: 'entry' }), text: 'Add the first entry' }
  return (
    <>
      <SubNavigation
        label="Which part of the record"
        items={[null, ...chronologyParts].map((part) => ({
          text: part === null ? 'All' : partWords[part],
          href: caseUrl({ case: view.row.id }, part === null ? {} : { only: part }),
          active: part === only,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyList {...(mayRecord && only !== 'procedure' ? { act: add } : {})}>
          Nothing of this kind is on record yet.
        </EmptyList>
      ) : (
        <Chronology entries={rows.map((recorded) => entryOf(view, recorded, mayRecord))} />
      )}
      <PagingLinks
        slice={view.recorded}
        urlAt={(place) => caseUrl({ case: view.row.id }, { only: only ?? undefined, ...place })}
      />
    </>
  )
}

/** One thing on record as the chronology shows it, its first text under its correction. */
export function entryOf(view: CaseView, recorded: Recorded, mayRecord: boolean): ChronologyEntry {
  const { id, kind, words, happenedAt, by, asPost, reasons, before } = recorded
  const apart = Math.abs(happenedAt.epochMilliseconds - recorded.at.epochMilliseconds) > 60_000
  const correct = mayRecord && recorded.correctable && recorded.part === 'written'
  return {
    id: `entry-${id}`,
    kind,
    when: (
      <>
        <When view={view} at={happenedAt} />
        {apart && (
          <>
            , written <When view={view} at={recorded.at} />
          </>
        )}
        {correct && (
          <>
            {' '}
            <a class="govuk-link" href={correctEntryUrl({ case: view.row.id, entry: id })}>
              Correct<span class="govuk-visually-hidden"> this entry: {kind}</span>
            </a>
          </>
        )}
      </>
    ),
    by: byWords(view, by, asPost),
    text: words,
    ...(reasons === null ? {} : { decision: { reasons } }),
    ...(before.length === 0 ? {} : { corrects: firstTexts(view, before) }),
  }
}

/** Everything an entry said before, the newest of it first, each with who wrote it. */
function firstTexts(view: CaseView, before: Recorded['before']): NonNullable<ChronologyEntry['corrects']> {
  const [newest, ...older] = before
  const said = older.map(({ words, by }) => `\n\nBefore that, ${byWords(view, by, null)} wrote:\n${words}`)
  return {
    text: `${newest?.words ?? ''}${said.join('')}`,
    by: byWords(view, newest?.by ?? null, null),
    when: <When view={view} at={newest?.at ?? view.now} />,
  }
}
