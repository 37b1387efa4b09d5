import { errorList } from '../../../../engine/forms/form-errors.js'
import { FormFields } from '../../../../engine/forms/form-fields.js'
import type { FormContext } from '../../../../engine/forms/field.js'
import type { FormError } from '../../../../engine/forms/parse-form.js'
import type { Pack } from '../../../../engine/packs/pack.js'
import { DraftSaid, Form } from '../../../../web/components/app/form.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { Details } from '../../../../web/components/govuk/details.js'
import { InsetText } from '../../../../web/components/govuk/inset-text.js'
import { WarningText } from '../../../../web/components/govuk/warning-text.js'
import type { Typed } from '../../../../web/kept-fields.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { publicForm } from '../../forms/public-form.js'
import { helpFor, HelpNow } from '../report/help-now.js'
import { PublicPage } from './public-page.js'

export interface PublicTellProps {
  readonly frame: Frame
  readonly pack: Pack
  readonly context: FormContext
  readonly typed: Typed
  readonly errors: readonly FormError[]
  readonly urls: { readonly tell: string; readonly return: string; readonly bother: string }
}

/** The draft of a public form in this browser: no key, so it lives no longer than its tab. */
export const publicDraft = 'public-report'

/** The whole form on one page: a parent or neighbour writes once, and says no more than they want to. */
export function PublicTellPage({ frame, pack, context, typed, errors, urls }: PublicTellProps) {
  const form = publicForm(pack)
  const shared = { form, context, typed, errors }
  return (
    <PublicPage frame={frame} title="Tell the school about a worry" errors={errorList(errors)}>
      <p class="govuk-body">
        About something that happened to a child online, or because of it. You need no account, and you do not have to
        say who you are. The same worry told by a child has{' '}
        <a class="govuk-link" href={urls.bother}>
          its own page
        </a>
        . If you have told us before,{' '}
        <a class="govuk-link" href={urls.return}>
          read our answer
        </a>
        .
      </p>
      <WarningText>If a child is in danger now, ring 999 first.</WarningText>
      <p class="govuk-body">
        Do not send pictures, and do not copy or keep any that may be indecent: say in words what there is.
      </p>
      <Form action={urls.tell} autosave={{ key: publicDraft, seal: '' }}>
        <FormFields {...shared} only={['key', 'danger', 'words']} />
        <DraftSaid />
        <FormFields {...shared} only={['happened', 'described', 'about']} />
        <FormFields {...shared} only={['place', 'platform', 'device', 'address']} />
        <FormFields {...shared} only={['name', 'contact']} />
        <InsetText text={pack.reporting.secrecy.plain} />
        <Button text="Next: check and send" name="go" value="check" preventDoubleClick />
      </Form>
      <Details summaryText="Who else can help">
        <HelpNow help={helpFor(pack.help, 'parent')} />
      </Details>
    </PublicPage>
  )
}
