import { Form } from '../../../../web/components/app/form.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { Input } from '../../../../web/components/govuk/input.js'
import type { Frame } from '../../../../web/layout/frame.js'
import type { TypedWord } from '../bother/return.js'
import { PublicPage } from './public-page.js'

export interface ComeBackProps {
  readonly frame: Frame
  readonly words: readonly [TypedWord, TypedWord, TypedWord]
  /** All three are words of ours and open nothing. */
  readonly problem?: string
  readonly action: string
  readonly tellUrl: string
}

const labels = ['First word', 'Second word', 'Third word'] as const

/** Three boxes for the words that were kept. Spelling need not be right. */
export function ComeBackPage({ frame, words, problem, action, tellUrl }: ComeBackProps) {
  const wrong = words.flatMap((word, at) => (word.problem ? [{ text: word.problem, href: `#word-${at + 1}` }] : []))
  const errors = problem ? [{ text: problem, href: '#word-1' }, ...wrong] : wrong
  return (
    <PublicPage frame={frame} title="Read our answer" errors={errors} back={tellUrl}>
      <p class="govuk-body">Type the three words that you were given when you told us. Spelling need not be right.</p>
      <Form action={action}>
        {words.map((word, at) => (
          <Input
            id={`word-${at + 1}`}
            name={`word-${at + 1}`}
            label={{ text: labels[at] }}
            value={word.typed}
            autocomplete="off"
            spellcheck={false}
            classes="govuk-input--width-20"
            errorMessage={word.problem ? { text: saidWith(word) } : undefined}
          />
        ))}
        <Button text="Open" name="go" value="open" preventDoubleClick />
      </Form>
      <p class="govuk-body">
        If you have lost them,{' '}
        <a class="govuk-link" href={tellUrl}>
          tell us again
        </a>
        , or ring the school.
      </p>
    </PublicPage>
  )
}

const saidWith = ({ problem = '', nearest = [] }: TypedWord): string =>
  nearest.length > 0 ? `${problem} Did you mean ${nearest.join(' or ')}?` : problem
