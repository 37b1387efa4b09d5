import type { ComponentChildren } from 'preact'
import { errorList } from '../../../../engine/forms/form-errors.js'
import type { FormContext, PersonChoice } from '../../../../engine/forms/field.js'
import type { FormError } from '../../../../engine/forms/parse-form.js'
import type { Pack } from '../../../../engine/packs/pack.js'
import type { Autosave } from '../../../../web/components/app/form.js'
import type { Typed } from '../../../../web/kept-fields.js'
import type { KeptClause } from '../../../../web/layout/foot.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'

/** What every screen of a report is given. */
export interface ReportScreen {
  readonly frame: Frame
  readonly pack: Pack
  readonly context: FormContext
  readonly typed: Typed
  readonly errors: readonly FormError[]
  readonly keeps?: readonly KeptClause[]
}

/** A screen with a draft behind it. */
export interface DraftScreen extends ReportScreen {
  readonly draft: string
  readonly autosave: Autosave
  /** Whom a search of the person picker found, by field. */
  readonly found?: Readonly<Record<string, readonly PersonChoice[]>>
}

interface ReportPageProps {
  readonly screen: Pick<ReportScreen, 'frame' | 'errors' | 'keeps'>
  readonly title: string
  /** Which of the four screens this is. */
  readonly step: 1 | 2 | 3 | 4
  readonly back?: string
  readonly children: ComponentChildren
}

/** One of the four screens of a report: which it is, its heading, the way to leave quickly. */
export function ReportPage({ screen, title, step, back, children }: ReportPageProps) {
  return (
    <Page
      frame={screen.frame}
      title={`Report a concern: ${title.toLowerCase()}`}
      errors={errorList(screen.errors)}
      back={back}
      keeps={screen.keeps}
      quickExit
    >
      <span class="govuk-caption-l">Report a concern, screen {step} of 4</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}
