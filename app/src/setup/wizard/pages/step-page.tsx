import type { ComponentChildren } from 'preact'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { SetupFault } from '../../school-answers.js'

export interface StepPageProps {
  readonly frame: Frame
  readonly title: string
  /** 'Step 2 of 6'. */
  readonly place: string
  readonly action: string
  readonly back: string
  /** What is still wrong on this step, in sentences. */
  readonly faults: readonly SetupFault[]
  readonly withFile?: boolean
  readonly button?: string
  readonly children: ComponentChildren
}

/** One step of setting a school up: where I am, what is asked, one way on. What is typed is kept. */
export function StepPage(props: StepPageProps) {
  const { frame, title, place, action, back, faults, withFile = false, button = 'Save and go on', children } = props
  return (
    <Page
      frame={frame}
      title={title}
      back={back}
      errors={faults.map(({ sentence, field }) => ({ text: sentence, href: `#${field}` }))}
    >
      <span class="govuk-caption-l">Set up your school: {place}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={action} withFile={withFile}>
        {children}
        <Button text={button} />
      </Form>
    </Page>
  )
}
