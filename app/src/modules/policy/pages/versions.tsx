import { Button } from '../../../web/components/govuk/button.js'
import { Select } from '../../../web/components/govuk/select.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Form } from '../../../web/components/app/form.js'
import { fullDate } from '../../../web/dates.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { ClauseChange } from '../document/clause-changes.js'
import type { Version } from '../queries/versions.js'
import { compareUrl, policyPdfUrl, policyUrl, publicationUrl, versionsUrl } from '../urls.js'
import { Sentences } from './policy.js'
import { PolicyNav } from './policy-nav.js'

export interface VersionsPageProps {
  readonly frame: Frame
  readonly versions: readonly (Version & { readonly by: string | null })[]
  readonly open: { readonly public: boolean; readonly address: string; readonly mayChange: boolean }
}

/** Every version there was, what changed with each, and whether anybody may read the policy. */
export function VersionsPage({ frame, versions, open }: VersionsPageProps) {
  return (
    <Page frame={frame} title="Versions of the policy" width="wide">
      <PolicyNav here="Versions" />
      <h1 class="govuk-heading-l">Versions of the policy</h1>
      <ul class="hedgerow-records">
        {versions.map((version) => (
          <li class="hedgerow-records__record">
            <div>
              <a class="govuk-link hedgerow-records__title" href={policyUrl({ version: version.number })}>
                Version {version.number}
              </a>
              <p class="hedgerow-records__line">
                {version.standing === 'coming' ? 'Takes force on' : 'In force from'} {fullDate(version.from)}
                {version.until && `, until ${fullDate(version.until)}`}. Put in force by {version.by ?? 'the set-up'}.{' '}
                <a class="govuk-link" href={policyPdfUrl({ version: version.number })}>
                  PDF<span class="govuk-visually-hidden"> of version {version.number}</span>
                </a>
              </p>
              {version.differences.length > 0 && <Sentences lines={version.differences} />}
            </div>
            <div class="hedgerow-records__side">
              {version.standing === 'in force' && <StateTag state="kept">In force</StateTag>}
              {version.standing === 'coming' && <StateTag state="waiting">To come</StateTag>}
              {version.standing === 'superseded' && <StateTag state="closed">Replaced</StateTag>}
            </div>
          </li>
        ))}
      </ul>
      {versions.length > 1 && <Compare versions={versions} />}
      <h2 class="govuk-heading-m">Who may read it</h2>
      <p class="govuk-body">
        {open.public ? (
          <>
            Anybody, at{' '}
            <a class="govuk-link hedgerow-typed" href={open.address}>
              {open.address}
            </a>
            .
          </>
        ) : (
          'Only people who can sign in here.'
        )}
      </p>
      {open.mayChange && (
        <Form action={publicationUrl()}>
          <input type="hidden" name="open" value={open.public ? 'no' : 'yes'} />
          <Button
            classes="govuk-button--secondary"
            text={open.public ? 'Shut the public page' : 'Let anybody read it on a public page'}
          />
        </Form>
      )}
    </Page>
  )
}

function Compare({ versions }: Pick<VersionsPageProps, 'versions'>) {
  const items = versions.map(({ number }) => ({ value: String(number), text: `Version ${number}` }))
  return (
    <form method="get" action={compareUrl()}>
      <h2 class="govuk-heading-m">Compare two versions</h2>
      <Select name="before" label={{ text: 'From' }} items={items} value={items[1]?.value} />
      <Select name="after" label={{ text: 'To' }} items={items} value={items[0]?.value} />
      <Button classes="govuk-button--secondary" text="Compare" />
    </form>
  )
}

export interface ComparePageProps {
  readonly frame: Frame
  readonly before: string
  readonly after: string
  readonly sentences: readonly string[]
  readonly changes: readonly ClauseChange[]
}

/** Two versions side by side in sentences: what changes for people, then promise by promise. */
export function ComparePage({ frame, before, after, sentences, changes }: ComparePageProps) {
  return (
    <Page frame={frame} title={`${before} and ${after}`} back={versionsUrl()}>
      <h1 class="govuk-heading-l">
        From {before.toLowerCase()} to {after.toLowerCase()}
      </h1>
      {sentences.length === 0 ? <p class="govuk-body">Nothing differs.</p> : <Sentences lines={sentences} />}
      {changes.length > 0 && <h2 class="govuk-heading-m">Promise by promise</h2>}
      <ClauseChanges changes={changes} />
    </Page>
  )
}

/** What was said before and what is said now, one promise after another; told in words, not by colour alone. */
export function ClauseChanges({ changes }: { readonly changes: readonly ClauseChange[] }) {
  return (
    <>
      {changes.map(({ number, kind, before, after }) => (
        <section class="hedgerow-change">
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            Promise {number} {kind}
          </h3>
          {before !== null && (
            <p class="govuk-body hedgerow-change__line">
              <span class="govuk-caption-m">Before</span>
              <del>{before}</del>
            </p>
          )}
          {after !== null && (
            <p class="govuk-body hedgerow-change__line">
              <span class="govuk-caption-m">Now</span>
              <ins>{after}</ins>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
