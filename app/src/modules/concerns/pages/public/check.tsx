import { answerRows } from '../../../../engine/forms/answers.js'
import type { FormContext } from '../../../../engine/forms/field.js'
import type { ValuesOf } from '../../../../engine/forms/define-form.js'
import type { Pack } from '../../../../engine/packs/pack.js'
import { Form } from '../../../../web/components/app/form.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { InsetText } from '../../../../web/components/govuk/inset-text.js'
import { SummaryList } from '../../../../web/components/govuk/summary-list.js'
import { KeptFields, type Typed } from '../../../../web/kept-fields.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { publicForm } from '../../forms/public-form.js'
import type { Readers } from '../../queries/readers.js'
import { WhoReads } from '../report/check.js'
import { PublicPage } from './public-page.js'

export type PublicValues = ValuesOf<ReturnType<typeof publicForm>['fields']>

export interface PublicCheckProps {
  readonly frame: Frame
  readonly pack: Pack
  readonly context: FormContext
  readonly typed: Typed
  readonly values: PublicValues
  readonly readers: Readers
  readonly action: string
}

/** Everything once more, and who reads it. Names of staff stay out: only the post is said to the public. */
export function PublicCheckPage({ frame, pack, context, typed, values, readers, action }: PublicCheckProps) {
  return (
    <PublicPage frame={frame} title="Check and send">
      <SummaryList rows={answerRows(publicForm(pack), values, context)} />
      <h2 class="govuk-heading-m">Who will read it</h2>
      <WhoReads readers={{ ...readers, names: [] }} />
      <InsetText text={pack.reporting.secrecy.plain} />
      <Form action={action}>
        <KeptFields typed={typed} />
        <div class="govuk-button-group">
          <Button text="Send" name="go" value="send" preventDoubleClick />
          <Button text="Change something" name="go" value="change" classes="govuk-button--secondary" />
        </div>
      </Form>
    </PublicPage>
  )
}
