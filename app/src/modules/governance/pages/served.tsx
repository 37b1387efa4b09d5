import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { policyUrl } from '../../policy/index.js'
import { clauseUrl } from '../urls.js'

export interface ServedPageProps {
  readonly frame: Frame
  /** The address of the screen, or null for none of ours. */
  readonly screen: string | null
  readonly clauses: readonly { readonly id: string; readonly number: string; readonly text: string }[]
  /** Whether this reader may open how a promise stands; others read it in the policy. */
  readonly mayOpen: boolean
}

/** Every promise of the policy that one screen helps to keep. */
export function ServedPage({ frame, screen, clauses, mayOpen }: ServedPageProps) {
  return (
    <Page frame={frame} title="What a page keeps">
      <h1 class="govuk-heading-l">What this page keeps</h1>
      {screen === null || clauses.length === 0 ? (
        <EmptyList>No promise of the policy is kept by that page.</EmptyList>
      ) : (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={screen}>
              The page
            </a>{' '}
            helps to keep {clauses.length === 1 ? 'this promise' : `these ${clauses.length} promises`} of our policy.
          </p>
          <ul class="govuk-list govuk-list--spaced">
            {clauses.map(({ id, number, text }) => (
              <li>
                <a class="govuk-link" href={mayOpen ? clauseUrl({ clause: id }) : `${policyUrl()}#${id}`}>
                  {number}
                </a>{' '}
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
