import type { JSX } from 'preact'
import { GrownUpPicture, type GrownUpFace } from '../../../../web/pictures/grown-up-face.js'
import type { BotherFrame } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { HelpLink } from './help-strip.js'
import { LinkTile } from './tile.js'
import { sayFrom } from './words.js'

/** One grown-up whom the school shows to children. */
export interface TrustedAdult {
  /** Unique on the page. */
  readonly id: string
  /** As children know it: 'Your teacher', 'Keeps children safe'. */
  readonly role: string
  /** As children say it, 'Mrs Okafor'; absent where the school shows roles only. */
  readonly name?: string
  /** Where they are found: 'The room beside the hall'. */
  readonly where?: string
  /** One of our drawn faces, chosen by the school; never a photograph. */
  readonly face: GrownUpFace
}

/** Who can help at school, at home and by telephone. */
export interface GrownUpProps {
  readonly bother: BotherFrame
  readonly adults: readonly TrustedAdult[]
}

/** Step two of the Bother actions (004-608): people first, a sentence to begin with, then help outside school. */
export function GrownUp({ bother, adults }: GrownUpProps): JSX.Element {
  const say = sayFrom(bother.words)
  return (
    <BotherPage
      bother={bother}
      title="grown-up.title"
      lead={say(adults.length === 0 ? 'grown-up.any' : 'grown-up.lead')}
      picture="grown-ups"
      reads={[...(adults.length === 0 ? [] : ['adults']), 'how', 'line', 'home', 'not-heard']}
    >
      <Adults adults={adults} />
      <p id="how">{say('grown-up.say')}</p>
      <blockquote id="line">{say('grown-up.line')}</blockquote>
      <p id="home">{say('grown-up.home')}</p>
      <p id="not-heard">{say('grown-up.not-heard')}</p>
      <ul class="helplines">
        {bother.help.lines.map((line) => (
          <li key={line.id}>
            <HelpLink line={line} say={say} />
            <span class="hint">{line.what}</span>
          </li>
        ))}
      </ul>
      <ul class="tiles tiles-one">
        <LinkTile
          id="tell"
          href={bother.urls.tell}
          picture="tell-us"
          text={say('start.tell')}
          read={say('page.read')}
        />
      </ul>
    </BotherPage>
  )
}

function Adults({ adults }: Pick<GrownUpProps, 'adults'>): JSX.Element | null {
  if (adults.length === 0) return null
  return (
    <ul class="adults" id="adults">
      {adults.map((adult) => (
        <li key={adult.id}>
          <GrownUpPicture face={adult.face} />
          <span>
            <b>{adult.name ?? adult.role}</b>
            {adult.name === undefined ? null : <span>{adult.role}</span>}
            {adult.where === undefined ? null : <span>{adult.where}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
