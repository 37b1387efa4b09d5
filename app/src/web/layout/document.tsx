import type { ComponentChildren } from 'preact'
import { directionOf } from '../../engine/agreements/text.js'
import { classNames } from '../components/class-names.js'
import type { AssetName } from '../assets.js'
import { FrameContext, type Frame } from './frame.js'

interface DocumentProps {
  readonly frame: Frame
  /** Shown by the window, the history and screen readers: nothing confidential. */
  readonly title: string
  readonly styles: AssetName
  readonly script: AssetName
  readonly classes?: string
  readonly lang?: string
  readonly children: ComponentChildren
}

/**
 * The html element with its head, shared by both skins. `before-paint.js` stands in the body and blocks for a moment:
 * it marks the page as having JavaScript before anything is drawn, so that nothing jumps; a strict policy forbids the
 * inline script that would otherwise do it.
 */
export function Document({ frame, title, styles, script, classes, lang = 'en-GB', children }: DocumentProps) {
  const { assets, school } = frame
  return (
    <html lang={lang} dir={directionOf(lang)} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="preload" href={assets.url('regular.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.url(styles)} />
        {school?.accent && <link rel="stylesheet" href={`/assets/accent/${school.accent.slice(1)}.css`} />}
        <link rel="icon" href={assets.url('icon.svg')} type="image/svg+xml" />
        <script type="module" src={assets.url(script)} />
      </head>
      <body class={classNames('govuk-template__body', classes)}>
        <script src={assets.url('before-paint.js')} />
        <FrameContext.Provider value={frame}>{children}</FrameContext.Provider>
      </body>
    </html>
  )
}
