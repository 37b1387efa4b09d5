import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import type { Building } from '../building.js'

export interface ExampleBuildingPageProps {
  readonly frame: Frame
  /** Null before anybody asked for it. */
  readonly building: Building | null
  readonly here: string
}

/** The example school is being made: how far, or why not. The browser is told by a header to look again. */
export function ExampleBuildingPage({ frame, building, here }: ExampleBuildingPageProps) {
  if (building && !building.failed) return <UnderWay frame={frame} {...building} here={here} />
  return (
    <Page frame={frame} title="The example school" back="/">
      <h1 class="govuk-heading-l">{building ? 'The example school was not finished' : 'The example school'}</h1>
      <p class="govuk-body">
        {building
          ? 'Something went wrong while it was being made. Whoever looks after this server finds the reason in its log.'
          : 'It is not here yet. Making it takes less than a minute.'}
      </p>
      <Form action={here}>
        <Button text={building ? 'Try again' : 'Make the example school'} preventDoubleClick />
      </Form>
    </Page>
  )
}

function UnderWay({ frame, done, of, here }: { readonly frame: Frame; readonly here: string } & Building) {
  const percent = Math.floor((100 * done) / of)
  return (
    <Page frame={frame} title="Making the example school">
      <h1 class="govuk-heading-l">Making the example school</h1>
      <p class="govuk-body">
        Two years of school life are being played through, act by act, as if people had done it all here. It takes less
        than a minute.
      </p>
      <p class="govuk-body">
        <progress class="hedgerow-progress" max={of} value={done} aria-label="How far it is" />
      </p>
      <p class="govuk-body" role="status">
        {done === 0 ? 'Inviting 420 pupils, their families and 66 adults…' : `${percent} % of the story is told.`}
      </p>
      <p class="govuk-body">
        This page looks again by itself.{' '}
        <a class="govuk-link" href={here}>
          Look now
        </a>
      </p>
    </Page>
  )
}
