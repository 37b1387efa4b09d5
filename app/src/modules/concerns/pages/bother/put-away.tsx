import type { JSX } from 'preact'
import type { BotherFrame } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { LinkTile } from './tile.js'
import { sayFrom } from './words.js'

/** Step one of the Bother actions, and what comes after it. */
export function PutAway({ bother }: { readonly bother: BotherFrame }): JSX.Element {
  const say = sayFrom(bother.words)
  const { urls } = bother
  const read = say('page.read')
  return (
    <BotherPage bother={bother} title="put-away.title" picture="put-away" reads={['rules', 'then']}>
      <ol class="rules" id="rules">
        <li>{say('put-away.1')}</li>
        <li>{say('put-away.2')}</li>
        <li>{say('put-away.3')}</li>
        <li>{say('put-away.4')}</li>
      </ol>
      <h2 id="then">{say('put-away.then')}</h2>
      <ul class="tiles tiles-two">
        <LinkTile id="grown-up" href={urls.grownUp} picture="grown-ups" text={say('start.grown-up')} read={read} />
        <LinkTile id="tell" href={urls.tell} picture="tell-us" text={say('start.tell')} read={read} />
      </ul>
    </BotherPage>
  )
}
