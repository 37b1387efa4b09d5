import { EmptyList } from '../../../web/components/app/empty-list.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import type { SummaryRow } from '../../../web/components/govuk/summary-list.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { riskWords } from '../pack-names.js'
import type { CaseView } from '../queries/case-view.js'
import { caseActUrl, caseUrl, changeRoleUrl, endSeeingUrl } from '../urls.js'
import { CasePart, Way } from './case-foot.js'
import { inCaseWords, personWords, When } from './case-words.js'

interface PeopleProps {
  readonly view: CaseView
  readonly mayRecord: boolean
  readonly mayLead: boolean
}

/** Who is in the case and in what part; who may see it. */
export function People({ view, mayRecord, mayLead }: PeopleProps) {
  const { row, pack } = view
  const roleOf = (role: string) => pack.reporting.roles.find(({ id }) => id === role)?.title ?? role
  const rows = view.people.map((person): SummaryRow => {
    const who = inCaseWords(view, person)
    const href = changeRoleUrl({ case: row.id, person: person.id })
    return {
      key: { text: who },
      value: { text: roleOf(person.role) },
      ...(mayRecord
        ? { actions: { items: [{ href, text: 'Change', visuallyHiddenText: `the part of ${who}` }] } }
        : {}),
    }
  })
  const add = { href: caseActUrl({ case: row.id, act: 'person' }), text: 'Add somebody' }
  return (
    <CasePart id="people" title="People">
      {rows.length === 0 ? (
        <EmptyList {...(mayRecord ? { act: add } : {})}>Nobody is named in this case yet.</EmptyList>
      ) : (
        <>
          <SummaryList rows={rows} />
          {mayRecord && <Way {...add} />}
        </>
      )}
      <h3 class="govuk-heading-s">Who may see this case</h3>
      <ul class="govuk-list govuk-list--bullet">
        {row.sight_posts.map((post) => (
          <li>{titleOfPost(pack, post)}</li>
        ))}
        {row.sight_persons.map((person) => (
          <li>
            {personWords(view, person)}{' '}
            {mayLead && person !== row.lead && (
              <a class="govuk-link" href={endSeeingUrl({ case: row.id, person })}>
                No longer needed<span class="govuk-visually-hidden">: {personWords(view, person)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {mayLead && <Way href={caseActUrl({ case: row.id, act: 'share' })} text="Let somebody see it" />}
    </CasePart>
  )
}

/** The concerns this case was opened from, and cases linked to it. */
export function Concerns({ view, mayRecord }: { readonly view: CaseView; readonly mayRecord: boolean }) {
  return (
    <CasePart id="concerns" title="Concerns and linked cases">
      {view.concerns.length === 0 && view.links.length === 0 && (
        <EmptyList>No concern of this case is yours to see.</EmptyList>
      )}
      <RecordList
        records={[
          ...view.concerns.map((concern) => ({
            href: `/concerns/${concern.id}`,
            title: `Concern ${concern.reference}`,
            lines: [
              <>
                {riskWords(view.pack, concern)}, told <When view={view} at={concern.reported_at} />
              </>,
            ],
            ...(concern.urgency === 'urgent' ? { side: <StateTag state="urgent" /> } : {}),
          })),
          ...view.links.map(({ id, number, why }) => ({
            href: caseUrl({ case: id }),
            title: `Case ${number}`,
            lines: [why],
          })),
        ]}
      />
      {mayRecord && <Way href={caseActUrl({ case: view.row.id, act: 'link' })} text="Link it to another case" />}
    </CasePart>
  )
}
