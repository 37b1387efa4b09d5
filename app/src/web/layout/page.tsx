import type { ComponentChildren } from 'preact'
import { BackLink } from '../components/govuk/back-link.js'
import { Breadcrumbs, type Breadcrumb } from '../components/govuk/breadcrumbs.js'
import { ErrorSummary, type ErrorSummaryItem } from '../components/govuk/error-summary.js'
import { NotificationBanner } from '../components/govuk/notification-banner.js'
import { SkipLink } from '../components/govuk/skip-link.js'
import { Document } from './document.js'
import { Foot, type KeptClause } from './foot.js'
import type { Frame, Notice } from './frame.js'
import { Header } from './header.js'
import { pageTitle } from './page-title.js'
import { QuickExit, QuickExitSkipLink } from './quick-exit.js'

/** What every page of ours says about itself. */
export interface PageProps {
  readonly frame: Frame
  /** Where I am and what I am doing: 'Report a concern: what happened'. Goes into the window's title: nothing confidential. */
  readonly title: string
  /** The promises of the policy that this page keeps. */
  readonly keeps?: readonly KeptClause[]
  /** The way back, in place of breadcrumbs, on pages that are one step of several. */
  readonly back?: string
  readonly breadcrumbs?: readonly Breadcrumb[]
  /** What has to be put right, linking to the controls: `errorList(errors)` of a form. */
  readonly errors?: readonly ErrorSummaryItem[]
  /** 'text' (the default) for reading and forms, 'wide' for lists and cases. */
  readonly width?: 'text' | 'wide'
  /** Leave-quickly, on every page where somebody reports or reads an answer. */
  readonly quickExit?: boolean
  /** Blur-screen (one key), on every page about a case or a concern. */
  readonly blur?: boolean
  readonly lang?: string
  readonly children: ComponentChildren
}

/** The page of the grown-ups: header, way here, errors, what it is about, promises kept. It writes its own h1. */
export function Page(props: PageProps) {
  const { frame, errors = [], keeps = frame.keeps ?? [], width = 'text' } = props
  return (
    <Document
      frame={frame}
      title={pageTitle(frame, props.title, errors.length > 0)}
      styles="app.css"
      script="start.js"
      lang={props.lang}
    >
      <SkipLink href="#main" text="Skip to the main part" />
      <Header frame={frame} before={props.quickExit && <QuickExitSkipLink />}>
        <Above {...props} />
      </Header>
      <div class="govuk-width-container">
        <main
          id="main"
          tabindex={-1}
          class={`govuk-main-wrapper hedgerow-main hedgerow-main--${width}`}
          data-blur={props.blur ? 'screen' : undefined}
        >
          {frame.notice && <Banner {...frame.notice} />}
          {errors.length > 0 && <ErrorSummary titleText="There is a problem" errorList={errors} />}
          {props.children}
        </main>
      </div>
      <Foot keeps={keeps} besides={props.keeps ? undefined : frame.keepsBesides} />
    </Document>
  )
}

/** What stands above the page's own part: the ways out and back. */
function Above({ quickExit, blur, breadcrumbs, back }: PageProps) {
  return (
    <>
      {quickExit && <QuickExit />}
      {blur && <BlurButton />}
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} collapseOnMobile />}
      {back && <BackLink href={back} />}
    </>
  )
}

function Banner({ kind, text }: Notice) {
  return kind === 'done' ? (
    <NotificationBanner type="success" titleText="Done" text={text} />
  ) : (
    <NotificationBanner titleText="Please note" text={text} />
  )
}

// Hidden until the script that answers to it has loaded: without JavaScript it could do nothing.
function BlurButton() {
  return (
    <button type="button" class="hedgerow-blur" data-blur="button" aria-pressed="false" hidden>
      Blur this page <kbd class="hedgerow-key">b</kbd>
    </button>
  )
}
