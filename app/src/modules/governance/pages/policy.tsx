import type { Pack } from '../../../engine/packs/pack.js'
import { fullDate } from '../../../web/dates.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { policyUrl } from '../urls.js'
import { Temporal } from 'temporal-polyfill'

export interface PolicyPageProps {
  readonly frame: Frame
  readonly school: string
  readonly pack: Pack
  /** 'plain' shows each promise as a parent with little English would read it. */
  readonly words: 'full' | 'plain'
  /** Who holds each post that the policy names, by post id; a vacant post has nobody. */
  readonly holders: ReadonlyMap<string, readonly string[]>
}

/** The policy in force, as people read it. */
export function PolicyPage({ frame, school, pack, words, holders }: PolicyPageProps) {
  return (
    <Page frame={frame} title="Our online-safety policy">
      <span class="govuk-caption-l">{school}</span>
      <h1 class="govuk-heading-l">Our online-safety policy</h1>
      <p class="govuk-body">
        {pack.title}, version {pack.version}. This is the version in force. The law behind it was last checked on{' '}
        {fullDate(Temporal.PlainDate.from(pack.checked))}.
      </p>
      <p class="govuk-body">
        {words === 'full' ? (
          <a class="govuk-link" href={policyUrl({ words: 'plain' })}>
            Read it in plain words
          </a>
        ) : (
          <a class="govuk-link" href={policyUrl()}>
            Read the full words
          </a>
        )}
      </p>
      <h2 class="govuk-heading-m">Who is who</h2>
      <dl class="govuk-summary-list">
        {pack.posts
          .filter(({ id, required }) => required || holders.has(id))
          .map(({ id, title }) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{title}</dt>
              <dd class="govuk-summary-list__value">{holders.get(id)?.join(', ') ?? 'Nobody holds this post'}</dd>
            </div>
          ))}
      </dl>
      {pack.parts.map((part) => (
        <section>
          <h2 class="govuk-heading-m">
            {part.number}. {part.title}
          </h2>
          {part.clauses.map((clause) => (
            <p class="govuk-body" id={clause.id}>
              <strong>{clause.number}</strong> {words === 'plain' ? clause.plain : clause.text}
            </p>
          ))}
        </section>
      ))}
    </Page>
  )
}
