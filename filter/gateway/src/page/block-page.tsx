import { createHash } from 'node:crypto'
import type { Decision, Reason, Voice } from '../../../engine/src/index.js'
import { renderToString } from 'preact-render-to-string'
import { gateShut } from './gate-shut.js'
import { style } from './style.js'

/** What the school says on its block page. */
export interface PageWords {
  readonly school: string
  /** Where a child tells an adult: the school's Hedgerow, or any page of its own. */
  readonly tellUrl: string
  /** Where a site is asked for; the decision's id is added. */
  readonly askUrl: string
  /** Who helps at once, in the school's words: 'Mrs Example in the library', 'Childline: 0800 1111'. */
  readonly help: readonly string[]
}

/** The page's headers: nothing loads, nothing runs; the one style sheet is in the page and named by its digest. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The block page as HTML: one response, no script, nothing to fetch, so that it works with the centre away. */
export function blockPage(decision: Decision, voice: Voice, words: PageWords): string {
  return `<!doctype html>${renderToString(<BlockPage decision={decision} voice={voice} words={words} />)}`
}

interface BlockPageProps {
  readonly decision: Decision
  readonly voice: Voice
  readonly words: PageWords
}

function BlockPage({ decision, voice, words }: BlockPageProps) {
  const reason = decision.reasons[voice]
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{`${reason.title} – ${words.school}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <div class="wide">{words.school}</div>
        </header>
        <main>
          <div class="picture" dangerouslySetInnerHTML={{ __html: gateShut }} />
          <Said reason={reason} />
          {/* Before what else may be done: on a phone the way to an adult must be seen without a search for it. */}
          <Ways decision={decision} words={words} voice={voice} />
          <Next steps={reason.next} />
          {voice === 'pupil' && <ForAdults decision={decision} reason={decision.reasons.teacher} />}
          {voice !== 'pupil' && <Facts decision={decision} />}
        </main>
        <Help help={words.help} />
      </body>
    </html>
  )
}

function Said({ reason }: { readonly reason: Reason }) {
  return (
    <>
      <h1>{reason.title}</h1>
      {reason.sentences.map((said) => (
        <p key={said}>{said}</p>
      ))}
    </>
  )
}

function Next({ steps }: { readonly steps: readonly string[] }) {
  if (steps.length === 0) return null
  return (
    <ul>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ul>
  )
}

/** Nobody asks for the illegal layer, and no site is shut where words were: there only the way to an adult stands. */
function Ways({ decision, words, voice }: BlockPageProps) {
  const ask = new URL(words.askUrl)
  ask.searchParams.set('decision', decision.id)
  return (
    <p class="ways">
      <a class="tell" href={words.tellUrl}>
        {voice === 'pupil' ? 'Tell an adult' : 'Report a concern'}
      </a>
      {decision.layer !== 'illegal' && decision.layer !== 'words' && (
        <a class="ask" href={ask.href}>
          Ask for this site
        </a>
      )}
    </p>
  )
}

function ForAdults({ decision, reason }: { readonly decision: Decision; readonly reason: Reason }) {
  return (
    <details>
      <summary>For a grown-up</summary>
      {reason.sentences.map((said) => (
        <p key={said}>{said}</p>
      ))}
      <Facts decision={decision} />
    </details>
  )
}

function Facts({ decision }: { readonly decision: Decision }) {
  return (
    <dl>
      {decision.layer !== 'illegal' && (
        <>
          <dt>Site</dt>
          <dd>{decision.host}</dd>
        </>
      )}
      <dt>Reference</dt>
      <dd class="reference">{decision.id}</dd>
    </dl>
  )
}

function Help({ help }: { readonly help: readonly string[] }) {
  return (
    <footer>
      <div class="wide">
        <h2>Help now</h2>
        <ul>
          {help.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
