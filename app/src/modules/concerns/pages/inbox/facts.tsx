import { riskOf, titleOfPost } from '../../../../engine/packs/lookup.js'
import { StateTag } from '../../../../web/components/app/state-tag.js'
import { Time } from '../../../../web/components/app/time.js'
import { SummaryList, type SummaryRow } from '../../../../web/components/govuk/summary-list.js'
import type { PersonId } from '../../../../kernel/ids.js'
import type { ConcernPage } from '../../queries/concern-page.js'
import type { Statement } from '../../queries/concern-cards.js'
import type { ConcernScreenProps } from './concern.js'
import { stateWords, tellerWords } from './line-record.js'

/** Everything that was told and said, with who said it; then the particulars. */
export function ConcernFacts(props: ConcernScreenProps) {
  const { statements } = props
  return (
    <>
      {statements.map((statement) => (
        <Said key={statement.id} statement={statement} {...props} />
      ))}
      <SummaryList rows={[...peopleRows(props), ...particulars(props)]} />
    </>
  )
}

const kinds = {
  report: 'Told',
  addition: 'Added',
  advice: 'Advised',
  closing: 'Closed',
  triage: 'Decided',
  link: 'Linked',
} as const satisfies Record<Statement['kind'], string>

function Said({ statement, now, ...page }: ConcernScreenProps & { readonly statement: Statement }) {
  const { kind, words, at, by_person, as_post } = statement
  const who = by_person ? (page.cards.get(by_person)?.name ?? 'A colleague') : tellerOf(page)
  return (
    <article>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {kinds[kind]} by {who}
        {as_post && `, ${titleOfPost(page.pack, as_post)}`}, <Time at={at} now={now} />
      </h3>
      <p class="govuk-body hedgerow-typed">{words}</p>
    </article>
  )
}

function tellerOf({ concern, talk, cards }: Omit<ConcernScreenProps, 'now'>): string {
  const { channel, reporter_id, reporter_name } = concern
  const named = reporter_id ? cards.get(reporter_id)?.name : undefined
  return tellerWords({ channel, teller: named ?? talk?.conversation.child_name ?? reporter_name })
}

/** Each person with their part, never stamped alike. */
function peopleRows({ people, cards, pack }: ConcernPage): readonly SummaryRow[] {
  const nameOf = (id: PersonId | null, described: string | null): string => {
    const card = id ? cards.get(id) : undefined
    if (!card) return described ?? 'Somebody'
    return card.class_code ? `${card.name}, ${card.class_code}` : card.name
  }
  return people.map(({ person_id, described, role }) => ({
    key: { text: pack.reporting.roles.find(({ id }) => id === role)?.title ?? 'Involved' },
    value: { text: nameOf(person_id, described) },
  }))
}

function particulars({ concern, pack, talk, now }: ConcernScreenProps): readonly SummaryRow[] {
  const { reporting } = pack
  const titled = (choices: readonly { readonly id: string; readonly title: string }[], id: string | null) =>
    id && (choices.find((choice) => choice.id === id)?.title ?? id)
  const wish = talk?.conversation.wish
  const rows: readonly (readonly [string, unknown])[] = [
    ['A child in danger', dangerWords[concern.danger]],
    ['Told', <Time at={concern.reported_at} now={now} />],
    ['Happened', concern.happened],
    ['Known since', concern.known_at && <Time at={concern.known_at} now={now} />],
    ['First told by', concern.told_by],
    ['Where', titled(reporting.places, concern.place)],
    ['Online', titled(reporting.platforms, concern.platform)],
    ['Device', titled(reporting.devices, concern.device)],
    ['Site, app or account', concern.address && <span class="hedgerow-typed">{concern.address}</span>],
    ['Done already', concern.done_already && <span class="hedgerow-typed">{concern.done_already}</span>],
    ['What the child wishes', titled(reporting.wishes, wish ?? null)],
    ['Class', talk?.conversation.child_class],
    ['About', concern.about_posts.map((post) => titleOfPost(pack, post)).join(', ')],
    ['How to reach them', concern.reporter_contact],
    ['Risk', riskWords(pack, concern)],
    ['Stands', stateWords[concern.state]],
  ]
  return rows.flatMap(([key, value]) => (value ? [{ key: { text: key }, value: { text: value as string } }] : []))
}

const dangerWords = {
  yes: <StateTag state="urgent">Yes</StateTag>,
  no: 'No',
  'not-known': 'Not known',
} as const

function riskWords(pack: ConcernPage['pack'], { risk, subtype }: ConcernPage['concern']): string | null {
  const known = risk ? riskOf(pack, risk) : undefined
  if (!known) return null
  return `${known.title}: ${known.subtypes.find(({ id }) => id === subtype)?.title ?? ''}`
}
