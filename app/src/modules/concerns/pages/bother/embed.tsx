import type { JSX } from 'preact'
import { Page } from '../../../../web/layout/page.js'
import { botherButtonHtml } from './bother-button.js'
import type { BotherFrame } from './bother-frame.js'
import { sayFrom } from './words.js'

/** For the grown-up who keeps the school's website. */
export interface EmbedProps {
  readonly bother: BotherFrame
  /** The Bother page's full address. */
  readonly address: string
  /** The button picture's full address, served by Hedgerow as `image/svg+xml`. */
  readonly image: string
  readonly posterUrl: string
}

/** The button for the school's website: what it looks like, the lines to paste, and where to put it. */
export function Embed({ bother, address, image, posterUrl }: EmbedProps): JSX.Element {
  const text = sayFrom(bother.words)('button.text')
  return (
    <Page frame={bother.frame} title="Put the Bother button on your website" keeps={bother.keeps}>
      <h1 class="govuk-heading-l">Put the Bother button on your website</h1>
      <p class="govuk-body">
        Children can then tell the school about something online that bothers them, from home, with no account. The
        button is a plain link with a picture. It runs no script, sets no cookie and counts nobody.
      </p>
      <h2 class="govuk-heading-m">How it looks</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={address}>
          <img src={image} alt="" width="120" height="120" />
          <br />
          {text}
        </a>
      </p>
      <h2 class="govuk-heading-m">What to paste</h2>
      <div class="govuk-form-group">
        <label class="govuk-label" for="snippet">
          Copy these lines into the HTML of the page
        </label>
        <textarea class="govuk-textarea" id="snippet" rows={6} readonly spellcheck={false}>
          {botherButtonHtml({ address, image, text })}
        </textarea>
      </div>
      <h2 class="govuk-heading-m">Where to put it</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>On the first page, where a child sees it without scrolling.</li>
        <li>On the pages for children and the page on online safety.</li>
        <li>Not behind a sign-in, and not only in a menu.</li>
      </ul>
      <p class="govuk-body">
        For classrooms and for home,{' '}
        <a class="govuk-link" href={posterUrl}>
          print the poster
        </a>
        .
      </p>
    </Page>
  )
}
