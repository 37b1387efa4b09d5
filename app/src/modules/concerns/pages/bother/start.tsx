import type { JSX } from 'preact'
import { Picture } from '../../../../web/pictures/picture.js'
import type { BotherFrame } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { LinkTile } from './tile.js'
import { sayFrom } from './words.js'

/** The first page needs nothing but its frame: it is the same for everybody, and may be kept in a cache. */
export interface BotherStartProps {
  readonly bother: BotherFrame
}

/** Three ways to act. The screen comes away first (004-607); telling a person comes before telling a machine. */
export function BotherStart({ bother }: BotherStartProps): JSX.Element {
  const say = sayFrom(bother.words)
  const { urls } = bother
  const read = say('page.read')
  const words = (id: 'put-away' | 'grown-up' | 'tell') => ({
    id,
    text: say(`start.${id}`),
    more: say(`start.${id}.more`),
    read,
  })
  return (
    <BotherPage
      bother={bother}
      title="start.title"
      lead={say('start.lead')}
      picture="hedgehog-hello"
      reads={['put-away-words', 'grown-up-words', 'tell-words']}
    >
      <ul class="tiles tiles-three tiles-start">
        <LinkTile href={urls.putAway} picture="put-away" {...words('put-away')} />
        <LinkTile href={urls.grownUp} picture="grown-ups" {...words('grown-up')} />
        <LinkTile href={urls.tell} picture="tell-us" {...words('tell')} />
      </ul>
      <a class="return-link" href={urls.return}>
        <Picture name="three-words" />
        <span>
          <b>{say('start.return')}</b>
          <span class="tile-more">{say('start.return.more')}</span>
        </span>
      </a>
    </BotherPage>
  )
}
