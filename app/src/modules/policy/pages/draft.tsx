import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Button } from '../../../web/components/govuk/button.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { fullTime } from '../../../web/dates.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { DraftView, Effect } from '../draft/draft-view.js'
import { beginUrl } from '../urls.js'
import { Sentences } from './policy.js'
import { Asked } from './draft-asked.js'
import { Block } from './draft-block.js'
import { Edit } from './draft-edit.js'
import { Acts, Steps } from './draft-steps.js'
import { PolicyNav } from './policy-nav.js'
import { ClauseChanges } from './versions.js'

export interface DraftPageProps {
  readonly frame: Frame
  readonly view: DraftView | null
  /** Null for readers who may not read how the policy stands. */
  readonly effects: readonly Effect[] | null
  readonly may: { readonly write: boolean; readonly activate: boolean }
}

/** The next version, from its first changed word to the day it takes force. */
export function DraftPage({ frame, view, effects, may }: DraftPageProps) {
  return (
    <Page frame={frame} title="The next version of the policy" width="wide">
      <PolicyNav here="Next version" />
      <h1 class="govuk-heading-l">The next version of the policy</h1>
      {view === null ? <NoDraft may={may} /> : <Draft view={view} effects={effects} may={may} />}
    </Page>
  )
}

function NoDraft({ may }: Pick<DraftPageProps, 'may'>) {
  return (
    <>
      <EmptyList>
        No new version is being made. The version in force stands until one has been agreed, approved and put in force.
      </EmptyList>
      {may.write && <Button href={beginUrl()} text="Begin a new version" />}
    </>
  )
}

/** Changes of the school's own that found no place in another pack: nothing goes silently. */
function LeftOut({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Block title="Changes of yours that have no place in it">
      <Sentences lines={lines} />
    </Block>
  )
}

/** What the draft's page is made of. */
export type DraftParts = Omit<DraftPageProps, 'frame' | 'view'> & { readonly view: DraftView }

function Draft({ view, effects, may }: DraftParts) {
  const { draft } = view
  return (
    <>
      <InsetText>
        {draft.submitted_at
          ? `Submitted on ${fullTime(draft.submitted_at)}. Its words are fixed until it takes force or is sent back.`
          : `Begun on ${fullTime(draft.began_at)}. Nothing here is in force.`}
        {draft.statement && draft.submitted_at && <p class="govuk-body">“{draft.statement}”</p>}
      </InsetText>
      <LeftOut lines={view.leftOut} />
      <Block title="What changes">
        {view.sentences.length === 0 ? <p class="govuk-body">Nothing yet.</p> : <Sentences lines={view.sentences} />}
        <ClauseChanges changes={view.changes} />
      </Block>
      {effects && (
        <Block title="What that would do here, today">
          <Effects effects={effects} />
        </Block>
      )}
      {may.write && !draft.submitted_at && <Edit view={view} />}
      <Asked view={view} may={may} />
      <Block title="Before it takes force">
        <Steps view={view} />
      </Block>
      <Acts view={view} may={may} />
    </>
  )
}

function Effects({ effects }: { readonly effects: readonly Effect[] }) {
  if (effects.length === 0) return <p class="govuk-body">No promise would stand differently from how it stands now.</p>
  return (
    <>
      <p class="govuk-body">
        {effects.length === 1
          ? 'One promise would change its state'
          : `${effects.length} promises would change their state`}
        , judged on this school’s own records:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {effects.map(({ number, from, to, findings }) => (
          <li>
            Promise {number}: {from}, would be <strong>{to}</strong>. {findings.join(' ')}
          </li>
        ))}
      </ul>
    </>
  )
}
