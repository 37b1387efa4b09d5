import { Form } from '../../../web/components/app/form.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface RoleCard {
  readonly title: string
  /** Who it is: 'Ms Rosalind Ferrier'. Null for those who need no account. */
  readonly name: string | null
  readonly what: string
  readonly href: string
}

export interface RoleCardsPageProps {
  readonly frame: Frame
  readonly school: string
  /** Signed in with one press. */
  readonly roles: readonly RoleCard[]
  /** Pages that anybody may open. */
  readonly visitors: readonly RoleCard[]
  readonly setUpUrl: string | null
}

/** Whom would you like to be? */
export function RoleCardsPage({ frame, school, roles, visitors, setUpUrl }: RoleCardsPageProps) {
  return (
    <Page frame={frame} title="Look around as somebody" width="wide">
      <h1 class="govuk-heading-l">Look around {school}</h1>
      <p class="govuk-body-l">
        Choose who to be. Everybody here is invented, so try whatever you like; come back with “Be somebody else”.
      </p>
      <h2 class="govuk-heading-m">People who need no account</h2>
      <div class="hedgerow-doors">
        {visitors.map((card) => (
          <a class="hedgerow-door hedgerow-door--main" href={card.href}>
            <CardText {...card} />
          </a>
        ))}
      </div>
      <h2 class="govuk-heading-m">People who work here or govern the school</h2>
      <div class="hedgerow-doors">
        {roles.map((card) => (
          <Form action={card.href}>
            <button class="hedgerow-door" type="submit">
              <CardText {...card} />
            </button>
          </Form>
        ))}
      </div>
      {setUpUrl && (
        <p class="govuk-body">
          Seen enough?{' '}
          <a class="govuk-link" href={setUpUrl}>
            Set up your own school
          </a>
        </p>
      )}
    </Page>
  )
}

function CardText({ title, name, what }: RoleCard) {
  return (
    <>
      <span class="hedgerow-door__title">{title}</span>
      {name && <span class="hedgerow-door__line">{name}</span>}
      <span class="hedgerow-door__line">{what}</span>
    </>
  )
}
