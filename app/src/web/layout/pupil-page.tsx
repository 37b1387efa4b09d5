import type { ComponentChildren, JSX } from 'preact'
import { HedgeMark, HedgeRow } from '../pictures/hedge.js'
import { SignPicture } from '../pictures/signs.js'

/** Where this page's styles and small browser enhancements are served from; the asset build supplies hashed addresses. */
export interface PupilAssets {
  readonly stylesheet: string
  /** ES modules, each harmless alone; the page works without any. */
  readonly scripts: readonly string[]
}

/** A link in the page's frame. */
export interface FrameLink {
  readonly href: string
  readonly text: string
}

/** A promise of the school's policy that this page keeps: its number and where its text can be read. */
export interface KeptPromise {
  readonly number: string
  readonly href: string
}

/** What a pupil's page is made of. Nothing here may name a child or say what was told: titles stay in the history. */
export interface PupilPageProps {
  readonly title: string
  readonly school: string
  /** BCP 47, such as 'en-GB'; the reading voice follows it. */
  readonly lang: string
  readonly assets: PupilAssets
  /** The way back to the first page. */
  readonly home: FrameLink
  /** The way out, to somewhere ordinary. */
  readonly leave: FrameLink
  readonly skip: string
  /** Who helps now; stands above the hedge on every page. */
  readonly help?: ComponentChildren
  readonly keeps?: { readonly text: string; readonly promises: readonly KeptPromise[] }
  readonly children: ComponentChildren
}

/** A whole page for pupils, in their own gentle skin: one column, one main thing, a way out at the top. */
export function PupilPage(page: PupilPageProps): JSX.Element {
  return (
    <html lang={page.lang}>
      <PupilHead {...page} />
      <body class="pupil">
        <a class="skip" href="#main">
          {page.skip}
        </a>
        <header class="pupil-header">
          <a class="pupil-home" href={page.home.href}>
            <HedgeMark />
            <span>
              <span class="for-ears">{page.home.text} </span>
              {page.school}
            </span>
          </a>
          <a class="leave" href={page.leave.href} rel="noreferrer" data-leave>
            {page.leave.text}
            <SignPicture name="leave" />
          </a>
        </header>
        <main id="main" tabindex={-1}>
          {page.children}
        </main>
        <footer class="pupil-footer">
          {page.help}
          <Keeps keeps={page.keeps} />
          <HedgeRow />
        </footer>
      </body>
    </html>
  )
}

/** No address of this page is passed on, and no search engine lists it: the page a child visited is the child's affair. */
function PupilHead({ title, school, assets }: PupilPageProps): JSX.Element {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${title} – ${school}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no" />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={assets.stylesheet} />
      {assets.scripts.map((script) => (
        <script key={script} type="module" src={script} />
      ))}
    </head>
  )
}

function Keeps({ keeps }: Pick<PupilPageProps, 'keeps'>): JSX.Element | null {
  if (keeps === undefined || keeps.promises.length === 0) return null
  return (
    <p class="keeps">
      {keeps.text}{' '}
      {keeps.promises.map(({ number, href }, i) => (
        <span key={number}>
          {i === 0 ? '' : i === keeps.promises.length - 1 ? ' and ' : ', '}
          <a href={href}>{number}</a>
        </span>
      ))}
      .
    </p>
  )
}
