import type { JSX } from 'preact'
import { Document } from '../../../../web/layout/document.js'
import { pageTitle } from '../../../../web/layout/page-title.js'
import { HedgeRow } from '../../../../web/pictures/hedge-row.js'
import { Picture, type PictureName } from '../../../../web/pictures/picture.js'
import { QrCode } from '../../../../web/pictures/qr-code.js'
import { SignPicture } from '../../../../web/pictures/signs.js'
import type { BotherFrame } from './bother-frame.js'
import { WebAddress } from './web-address.js'
import { sayFrom } from './words.js'

/** The poster for classrooms, corridors and home (004-606, 004-612). */
export interface PosterProps {
  readonly bother: BotherFrame
  /** The Bother page's full address, for the code: 'https://oakfield.example/bother'. It carries no room and no secret. */
  readonly address: string
  /** The button's label for the grown-up who prints: the page itself is for the wall. */
  readonly print: string
}

/** One sheet of A4, upright. On a screen it is shown as it will print, under a button; the print holds the sheet alone. */
export function Poster({ bother, address, print }: PosterProps): JSX.Element {
  const say = sayFrom(bother.words)
  const { frame, help } = bother
  const childline = help.lines.find((line) => line.phone !== undefined)
  return (
    <Document
      frame={frame}
      title={pageTitle(frame, say('poster.title'), false)}
      styles="pupil.css"
      script="pupil.js"
      classes="pupil poster-page"
      lang={bother.lang}
    >
      <main id="main">
        <p class="poster-tools">
          <button class="button" type="button" data-print hidden>
            <SignPicture name="printer" />
            {print}
          </button>
        </p>
        <article class="poster">
          <div class="poster-head">
            <Picture name="hedgehog-hello" />
            <h1>{say('poster.title')}</h1>
          </div>
          <ol class="poster-steps">
            <PosterStep picture="put-away" text={say('poster.1')} />
            <PosterStep picture="grown-ups" text={say('poster.2')} />
            <PosterStep picture="tell-us" text={say('poster.3')} />
          </ol>
          <div class="poster-code">
            <QrCode text={address} title={say('poster.code')} />
            <div>
              <p>{say('poster.how')}</p>
              <WebAddress address={address.replace(/^https?:\/\//, '')} />
              <p>
                {say('poster.name')} {say('poster.answer')}
              </p>
              <p>{say('poster.where')}</p>
            </div>
          </div>
          <p class="poster-foot">
            <b>{frame.school?.name}</b>
            {childline === undefined ? null : (
              <span>
                {childline.title}: <b>{childline.phone}</b>
              </span>
            )}
          </p>
          <HedgeRow />
        </article>
      </main>
    </Document>
  )
}

function PosterStep({ picture, text }: { readonly picture: PictureName; readonly text: string }): JSX.Element {
  return (
    <li>
      <Picture name={picture} />
      <b>{text}</b>
    </li>
  )
}
