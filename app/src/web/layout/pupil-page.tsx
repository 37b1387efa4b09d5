import type { ComponentChildren, JSX } from 'preact'
import { HedgeRow } from '../pictures/hedge-row.js'
import { SignPicture } from '../pictures/signs.js'
import { Document } from './document.js'
import type { KeptClause } from './foot.js'
import type { Frame } from './frame.js'
import { pageTitle } from './page-title.js'
import { quickExitUrl } from './quick-exit.js'

/** The frame's own few words, in the language of the page. */
export interface PupilFrameWords {
  /** Before the school's name, for ears only: 'Start again:'. */
  readonly home: string
  readonly skip: string
  readonly leave: string
  /** Before the numbers of the promises that the page keeps. */
  readonly keeps: string
}

/** What a pupil's page is made of. Nothing here may name a child or say what was told: titles stay in the history. */
export interface PupilPageProps {
  readonly frame: Frame
  /** Where I am: 'Who is it about?'. Goes into the window's title and the browser's history. */
  readonly title: string
  /** The page came back because something has to be put right. */
  readonly wrong?: boolean
  /** BCP 47, such as 'en-GB'; the reading voice follows it. */
  readonly lang: string
  /** The first page of the pupil's face, where the school's name leads. */
  readonly homeUrl: string
  readonly words: PupilFrameWords
  /** Who helps now; stands above the hedge on every page. */
  readonly help?: ComponentChildren
  readonly keeps?: readonly KeptClause[]
  readonly children: ComponentChildren
}

/** A whole page for pupils, in their own gentle skin: one column, one main thing, a way out at the top. */
export function PupilPage(page: PupilPageProps): JSX.Element {
  const { frame, words, wrong = false } = page
  return (
    <Document
      frame={frame}
      title={pageTitle(frame, page.title, wrong)}
      styles="pupil.css"
      script="pupil.js"
      classes="pupil"
      lang={page.lang}
    >
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <PupilHeader {...page} />
      <main id="main" tabindex={-1}>
        {page.children}
      </main>
      <footer class="pupil-footer">
        {page.help}
        <HedgeRow />
        <Keeps text={words.keeps} keeps={page.keeps ?? []} />
      </footer>
    </Document>
  )
}

/** The header keeps no trace of who is signed in, even on a shared computer where somebody is. */
function PupilHeader({ frame, homeUrl, words }: PupilPageProps): JSX.Element {
  return (
    <header class="pupil-header">
      <a class="pupil-home" href={homeUrl}>
        <img src={frame.assets.url('mark.svg')} alt="" width="55" height="40" />
        <span>
          <span class="for-ears">{words.home} </span>
          {frame.school?.name ?? 'Hedgerow'}
        </span>
      </a>
      <a class="leave" href={quickExitUrl} rel="nofollow noreferrer" data-leave>
        {words.leave}
        <SignPicture name="leave" />
      </a>
    </header>
  )
}

function Keeps({ text, keeps }: { readonly text: string; readonly keeps: readonly KeptClause[] }): JSX.Element | null {
  if (keeps.length === 0) return null
  return (
    <p class="keeps">
      {text}{' '}
      {keeps.map(({ number, url }, at) => (
        <span key={number}>
          {at === 0 ? '' : ', '}
          <a href={url}>{number}</a>
        </span>
      ))}
      .
    </p>
  )
}
