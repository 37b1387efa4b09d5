import type { Help } from '../../../engine/packs/schema/sections.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { HelpNow } from './report/help-now.js'

export interface HelpPageProps {
  readonly frame: Frame
  /** What the policy lists, and what the school added. */
  readonly help: readonly Help[]
  /** Where to tell the school: the public page, or the report of somebody signed in. */
  readonly tell: string
}

const groups = [
  { id: 'pupil', title: 'For children' },
  { id: 'parent', title: 'For parents and carers' },
  { id: 'staff', title: 'For people who work here' },
] as const

/** Who can help now, for everybody. Works without an account and remembers nobody. */
export function HelpPage({ frame, help, tell }: HelpPageProps) {
  return (
    <Page frame={frame} title="Who can help" quickExit>
      <h1 class="govuk-heading-l">Who can help</h1>
      <p class="govuk-body">
        You can always{' '}
        <a class="govuk-link" href={tell}>
          tell the school
        </a>
        . These can help as well.
      </p>
      {groups.map(({ id, title }) => (
        <section>
          <h2 class="govuk-heading-m" id={id}>
            {title}
          </h2>
          <HelpNow help={help.filter((line) => line.for.includes(id))} />
        </section>
      ))}
    </Page>
  )
}
