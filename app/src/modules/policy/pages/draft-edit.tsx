import type { ComponentChildren } from 'preact'
import { Form } from '../../../web/components/app/form.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Part } from '../../../engine/packs/schema/sections.js'
import type { TakenOut } from '../draft/draft-view.js'
import { adoptionUrl, editClauseUrl, editPostUrl, editStepUrl, newPromiseUrl, newStepUrl } from '../urls.js'
import type { DraftParts } from './draft.js'
import { Block } from './draft-block.js'

/** Everything of the next version that its writer may change, folded by part. */
export function Edit({ view: { pack, edited, takenOut } }: Pick<DraftParts, 'view'>) {
  const { steps } = pack.adoption
  return (
    <Block title="Change its words and settings">
      {pack.parts.map((part) => (
        <Fold title={`${part.number}. ${part.title} (${part.clauses.length})`}>
          <Promises part={part} edited={edited} />
        </Fold>
      ))}
      <Fold title={`The posts (${pack.posts.length})`}>
        {pack.posts.map(({ id, title }) => (
          <li>
            <a class="govuk-link" href={editPostUrl({ post: id })}>
              {title}
            </a>
          </li>
        ))}
      </Fold>
      <Fold title={`How a version is agreed and approved (${steps.length})`}>
        <li>
          <a class="govuk-link" href={adoptionUrl()}>
            Who writes it, and who is asked
          </a>
        </li>
        {steps.map(({ id, title }) => (
          <li>
            <a class="govuk-link" href={editStepUrl({ step: id })}>
              {title}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={newStepUrl()}>
            Add a step
          </a>
        </li>
      </Fold>
      <TakenOutOfIt entries={takenOut} />
    </Block>
  )
}

function Fold({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{title}</span>
      </summary>
      <ul class="govuk-list govuk-details__text">{children}</ul>
    </details>
  )
}

function Promises({ part, edited }: { readonly part: Part; readonly edited: readonly string[] }) {
  return (
    <>
      {part.clauses.map(({ id, number, text }) => (
        <li>
          <a class="govuk-link" href={editClauseUrl({ clause: id })}>
            {number}
          </a>{' '}
          {text} {edited.includes(id) && <StateTag state="new">Your words</StateTag>}
        </li>
      ))}
      <li>
        <a class="govuk-link" href={`${newPromiseUrl()}?part=${part.part}`}>
          Add a promise of your own to “{part.title}”
        </a>
      </li>
    </>
  )
}

/** What the school takes out of the pack, each with the way back. */
function TakenOutOfIt({ entries }: { readonly entries: readonly TakenOut[] }) {
  if (entries.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">Taken out of the policy</h3>
      <ul class="hedgerow-records">
        {entries.map(({ section, entry, words, why }) => (
          <li class="hedgerow-records__record">
            <div>
              {words}
              <p class="hedgerow-records__line">Why: {why}</p>
            </div>
            <div class="hedgerow-records__side">
              <Form
                action={`${section === 'clause' ? editClauseUrl({ clause: entry }) : editStepUrl({ step: entry })}/back`}
              >
                <Button
                  classes="govuk-button--secondary"
                  text="Keep it after all"
                  attributes={{ 'aria-label': `Keep it after all: ${words}` }}
                />
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
