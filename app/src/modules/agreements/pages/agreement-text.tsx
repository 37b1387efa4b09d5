import type { AgreementText } from '../../../engine/agreements/text.js'
import { directionOf, languageName } from '../../../engine/agreements/text.js'
import { isPictureName, Picture } from '../../../web/pictures/picture.js'
import type { PictureName } from '../../../web/pictures/picture.js'

interface AgreementTextViewProps {
  readonly text: AgreementText
  /** Only these clauses, for a renewal of what changed; all of them where left out. */
  readonly only?: readonly string[]
  /** Questions are shown as text; a form puts its own in their place. */
  readonly withoutQuestions?: boolean
}

/** An agreement as it is read: numbered clauses, a drawing beside each where the text has them, in its own direction. */
export function AgreementTextView({ text, only, withoutQuestions = false }: AgreementTextViewProps) {
  const shown = text.clauses.filter(
    ({ id, yes }) => (only === undefined || only.includes(id)) && !(withoutQuestions && yes !== undefined),
  )
  const lang = text.language === 'en' ? 'en-GB' : text.language
  return (
    <div class="agreement" lang={lang} dir={directionOf(text.language)}>
      <ol class="agreement__clauses">
        {shown.map((clause) => (
          <li class="agreement__clause" id={`clause-${clause.id}`}>
            {clause.picture && isPictureName(clause.picture) && <Picture name={clause.picture as PictureName} />}
            <span>{clause.text}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The other languages a text can be read in, each by its own name. */
export function LanguageLinks({
  label,
  links,
}: {
  readonly label: string
  readonly links: readonly { readonly language: string; readonly href: string }[]
}) {
  if (links.length === 0) return null
  return (
    <p class="govuk-body agreement__languages">
      {label}:{' '}
      {links.map(({ language, href }, at) => (
        <>
          {at > 0 && ' · '}
          <a class="govuk-link" href={href} lang={language} hreflang={language}>
            {languageName(language)}
          </a>
        </>
      ))}
    </p>
  )
}
