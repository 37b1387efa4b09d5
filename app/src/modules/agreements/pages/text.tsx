import { directionOf } from '../../../engine/agreements/text.js'
import type { AgreementText } from '../../../engine/agreements/text.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { agreementsUrl, signOffUrl, textUrl } from '../urls.js'
import { AgreementTextView, LanguageLinks } from './agreement-text.js'

export interface TextPageProps {
  readonly frame: Frame
  readonly text: AgreementText
  readonly hash: string
  readonly languages: readonly string[]
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  /** Key messages for its readers that it lacks. */
  readonly lacks: readonly string[]
  readonly unsigned: { readonly language: string; readonly words: string }
  /** The reader may say that it suits, and nobody has. */
  readonly maySignOff: boolean
}

/** One agreement as it is in force: every language, what stands behind it, and whether it suits its readers. */
export function TextPage(props: TextPageProps) {
  const { frame, text, languages, facts, lacks, hash, unsigned } = props
  const inItsLanguage = { lang: text.language === 'en' ? 'en-GB' : text.language, dir: directionOf(text.language) }
  const href = (language: string) => textUrl({ agreement: text.agreement }, { language })
  return (
    <Page frame={frame} title={text.title} back={agreementsUrl()}>
      <h1 class="govuk-heading-l" {...inItsLanguage}>
        {text.title}
      </h1>
      <LanguageLinks
        label="Read it in"
        links={languages.filter((one) => one !== text.language).map((language) => ({ language, href: href(language) }))}
      />
      <p class="govuk-body-l" {...inItsLanguage}>
        {text.intro}
      </p>
      <AgreementTextView text={text} />
      <p class="govuk-body govuk-!-font-weight-bold" {...inItsLanguage}>
        {text.promise}
      </p>
      <p class="govuk-body" lang={unsigned.language} dir={directionOf(unsigned.language)}>
        {unsigned.words}
      </p>
      {lacks.length > 0 && (
        <div class="govuk-inset-text">
          It does not say yet:
          <ul class="govuk-list govuk-list--bullet">
            {lacks.map((title) => (
              <li>{title}</li>
            ))}
          </ul>
        </div>
      )}
      <SummaryList
        rows={[...facts, { key: 'This exact text', value: hash.slice(0, 16) }].map(({ key, value }) => ({
          key: { text: key },
          value: { text: value },
        }))}
      />
      {props.maySignOff && (
        <Form action={signOffUrl({ agreement: text.agreement })}>
          <Button text="This text suits its readers" classes="govuk-button--secondary" />
        </Form>
      )}
    </Page>
  )
}
