import type { ComponentChildren, JSX } from 'preact'
import { PupilPage } from '../../../../web/layout/pupil-page.js'
import { ReadAloud } from '../../../../web/layout/read-aloud.js'
import { Picture, type PictureName } from '../../../../web/pictures/picture.js'
import type { BotherFrame } from './bother-frame.js'
import { HelpStrip } from './help-strip.js'
import { sayFrom, type BotherWordId } from './words.js'

interface BotherPageProps {
  readonly bother: BotherFrame
  /** The page's one heading, also the window's title. */
  readonly title: BotherWordId
  /** The sentence under the heading. */
  readonly lead?: string
  /** Who stands beside the heading. */
  readonly picture: PictureName
  /** Which question of how many, on the pages that ask. */
  readonly step?: { readonly now: number; readonly of: number }
  readonly wrong?: boolean
  /** The page's own ids that "Read this to me" reads after heading and lead. */
  readonly reads?: readonly string[]
  readonly children: ComponentChildren
}

/** Every Bother page: the guide with a heading and a sentence that can be heard, then the one thing to do. */
export function BotherPage({ bother, title, lead, picture, step, wrong, reads = [], children }: BotherPageProps) {
  const say = sayFrom(bother.words)
  const spoken = ['title', ...(lead === undefined ? [] : ['lead']), ...reads]
  return (
    <PupilPage
      frame={bother.frame}
      title={say(title)}
      wrong={wrong}
      lang={bother.lang}
      homeUrl={bother.urls.start}
      words={{ home: say('page.home'), skip: say('page.skip'), leave: say('page.leave'), keeps: say('page.keeps') }}
      help={<HelpStrip bother={bother} />}
      keeps={bother.keeps}
    >
      <div class="opening">
        <Picture name={picture} />
        <div>
          {step === undefined ? null : (
            <Steps {...step} text={say('page.step', { step: `${step.now}`, of: `${step.of}` })} />
          )}
          <h1 id="title">{say(title)}</h1>
          {lead === undefined ? null : (
            <p id="lead" class="lead">
              {lead}
            </p>
          )}
          <ReadAloud of={spoken} label={say('page.read')} shown />
        </div>
      </div>
      {children}
    </PupilPage>
  )
}

interface StepsProps {
  readonly now: number
  readonly of: number
  readonly text: string
}

/** How far along: leaves that turn green one by one, with the same in words for those who listen. */
function Steps({ now, of, text }: StepsProps): JSX.Element {
  return (
    <p class="steps">
      <span class="for-ears">{text}</span>
      {Array.from({ length: of }, (_, i) => (
        <span key={i} class={i < now ? 'steps-leaf steps-leaf-done' : 'steps-leaf'} aria-hidden="true" />
      ))}
    </p>
  )
}
