import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { SigningWords } from '../words.js'
import { LanguageLinks } from './agreement-text.js'

export interface ParentDoorPageProps {
  readonly frame: Frame
  readonly lang: string
  readonly words: SigningWords
  readonly about: string
  readonly action: string
  /** 'born', or the family name where the school does not know the birthday. */
  readonly asks: 'born' | 'family'
  readonly wrong: boolean
  readonly languages: readonly { readonly language: string; readonly href: string }[]
}

const langOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** The one question that keeps a forwarded link from opening: something that the family knows. */
export function ParentDoorPage({ frame, lang, words, about, action, asks, wrong, languages }: ParentDoorPageProps) {
  const errors = wrong ? [{ text: words.wrong, href: '#known' }] : []
  return (
    <Page frame={frame} title={about} lang={langOf(lang)} errors={errors}>
      <h1 class="govuk-heading-l">{about}</h1>
      <LanguageLinks label={words.languages} links={languages} />
      <Form action={action}>
        <input type="hidden" name="language" value={lang} />
        <Input
          name="known"
          label={{ text: asks === 'born' ? words.check : words.checkFamily, classes: 'govuk-label--m' }}
          {...(asks === 'born' ? { hint: { text: words.checkHint } } : {})}
          {...(wrong ? { errorMessage: { text: words.wrong } } : {})}
          classes="govuk-input--width-20"
        />
        <Button text={words.goOn} />
      </Form>
    </Page>
  )
}

export interface ParentDonePageProps {
  readonly frame: Frame
  readonly lang: string
  readonly words: SigningWords
  readonly about: string
  /** Null where they said no, or nothing is left. */
  readonly receipts: readonly { readonly title: string; readonly code: string }[]
  readonly refused: boolean
  /** The way to the next one that waits. */
  readonly next: string | null
}

/** Thank you, and the receipt's code to keep. */
export function ParentDonePage({ frame, lang, words, about, receipts, refused, next }: ParentDonePageProps) {
  const title = refused ? words.doneNo : receipts.length > 0 ? words.done : words.nothingLeft
  return (
    <Page frame={frame} title={title} lang={langOf(lang)}>
      <p class="govuk-caption-l">{about}</p>
      <h1 class="govuk-heading-l">{title}</h1>
      {receipts.length > 0 && <p class="govuk-body">{words.receipt}</p>}
      {receipts.map(({ title: what, code }) => (
        <p class="govuk-body-l">
          {what}
          <br />
          <strong class="agreement-code" dir="ltr">
            {code}
          </strong>
        </p>
      ))}
      {next && <Button href={next} text={words.another} />}
    </Page>
  )
}

export interface ParentShutPageProps {
  readonly frame: Frame
  readonly lang: string
  readonly why: readonly [title: string, sentence: string]
  readonly office: string
  readonly orLetter: string
  readonly typeIt: string
  readonly codeUrl: string
  /** Before the other languages: 'Read it in'. */
  readonly label: string
  readonly languages: ParentDoorPageProps['languages']
}

/** A link that opens nothing: why, and what to do. */
export function ParentShutPage(props: ParentShutPageProps) {
  const { frame, lang, why, office, orLetter, typeIt, codeUrl } = props
  const [title, sentence] = why
  return (
    <Page frame={frame} title={title} lang={langOf(lang)}>
      <h1 class="govuk-heading-l">{title}</h1>
      <LanguageLinks label={props.label} links={props.languages} />
      <p class="govuk-body">{sentence}</p>
      <p class="govuk-body">
        {office} {orLetter}{' '}
        <a class="govuk-link" href={codeUrl}>
          {typeIt}
        </a>
        .
      </p>
    </Page>
  )
}

export interface ParentCodePageProps {
  readonly frame: Frame
  readonly action: string
  readonly typed: string
  readonly problem: string | null
}

/** The code of a letter, typed on any phone. */
export function ParentCodePage({ frame, action, typed, problem }: ParentCodePageProps) {
  const errors = problem ? [{ text: problem, href: '#code' }] : []
  return (
    <Page frame={frame} title="Type the code of your letter" errors={errors}>
      <h1 class="govuk-heading-l">Type the code of your letter</h1>
      <Form action={action}>
        <Input
          name="code"
          label={{ text: 'Code' }}
          hint={{ text: 'Three groups of four, such as 7K4M-9QTX-2PWD. Capitals and hyphens do not matter.' }}
          value={typed}
          classes="govuk-input--width-20"
          {...(problem ? { errorMessage: { text: problem } } : {})}
        />
        <Button text="Go on" />
      </Form>
    </Page>
  )
}
