import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { SigningWords } from '../words.js'
import { LanguageLinks } from './agreement-text.js'
import { SignForm } from './sign-form.js'
import type { SignFormProps } from './sign-form.js'

export interface SignPageProps extends SignFormProps {
  readonly frame: Frame
  readonly back?: string
  readonly languages: readonly { readonly language: string; readonly href: string }[]
  readonly words: SigningWords
  /** 'For Mia': a child's first name, on a parent's page. */
  readonly about?: string
}

/** Reading and signing, for a grown-up: with an account, or with nothing but a link. The page is in the language of the text. */
export function SignPage(props: SignPageProps) {
  const { frame, back, languages, words, text, about, problems } = props
  const lang = text.language === 'en' ? 'en-GB' : text.language
  const errors = problems.map(({ field, sentence }) => ({ text: sentence, href: `#${field}` }))
  return (
    <Page frame={frame} title={text.title} lang={lang} errors={errors} {...(back ? { back } : {})}>
      {about && <p class="govuk-caption-l">{about}</p>}
      <h1 class="govuk-heading-l">{text.title}</h1>
      <LanguageLinks label={words.languages} links={languages} />
      <p class="govuk-body">{text.intro}</p>
      <SignForm {...props} />
    </Page>
  )
}
