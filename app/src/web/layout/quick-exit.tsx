import { ExitThisPage } from '../components/govuk/exit-this-page.js'

/**
 * Where "Leave this page" goes: a page that a child at school and an adult at home could both be reading, and that is
 * not Hedgerow. It is loaded in place of this page.
 */
export const quickExitUrl = 'https://www.bbc.co.uk/bitesize'

/** The link for keyboards, straight after the skip link. */
export function QuickExitSkipLink() {
  return (
    <a
      href={quickExitUrl}
      class="govuk-skip-link govuk-js-exit-this-page-skiplink"
      rel="nofollow noreferrer"
      data-module="govuk-skip-link"
    >
      Leave this page quickly
    </a>
  )
}

/** Leave at once: a link without JavaScript; with it, Escape or Shift three times does the same. */
export function QuickExit() {
  return (
    <ExitThisPage redirectUrl={quickExitUrl}>
      <>
        Leave this page<span class="govuk-visually-hidden"> quickly</span>
      </>
    </ExitThisPage>
  )
}
