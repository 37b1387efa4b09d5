import type { JSX } from 'preact'
import { BotherPage } from './bother-page.js'
import { SecrecyNote, TellButtons, TellForm, type TellProps } from './tell-form.js'
import { AnswerTile } from './tile.js'
import { sayFrom } from './words.js'

/** No name is fine, and "no" comes first. What cannot stay secret is said here, before the child decides. */
export function TellName({ bother, draft, after, reader, secrecy }: TellProps): JSX.Element {
  const say = sayFrom(bother.words)
  const read = say('page.read')
  return (
    <BotherPage
      bother={bother}
      title="name.title"
      lead={say('name.lead')}
      picture="hedgehog-lantern"
      step={{ now: 3, of: 4 }}
      reads={['secrecy', 'naming-no-words', 'naming-yes-words']}
    >
      <TellForm bother={bother} draft={draft} after={after} step="name" asks={[]}>
        <SecrecyNote say={say} reader={reader} secrecy={secrecy} />
        <ul class="tiles tiles-two">
          <AnswerTile
            id="naming-no"
            name="naming"
            value="no"
            chosen={draft.naming === 'no'}
            picture="no-name"
            text={say('name.no')}
            read={read}
          />
          <AnswerTile
            id="naming-yes"
            name="naming"
            value="yes"
            chosen={draft.naming === 'yes'}
            picture="name"
            text={say('name.yes')}
            read={read}
          />
        </ul>
        <TellButtons say={say} />
      </TellForm>
    </BotherPage>
  )
}
