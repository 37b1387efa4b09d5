import type { JSX } from 'preact'
import type { Choice } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { choicePicture } from './choice-picture.js'
import { TellButtons, TellForm, type TellProps } from './tell-form.js'
import { AnswerTile } from './tile.js'
import { sayFrom } from './words.js'

/** What a child may wish for, from the pack. */
export interface TellWishProps extends TellProps {
  readonly wishes: readonly Choice[]
}

/** The child says what should happen. Going against it later needs a reason, written down. */
export function TellWish({ bother, draft, after, wishes }: TellWishProps): JSX.Element {
  const say = sayFrom(bother.words)
  return (
    <BotherPage
      bother={bother}
      title="wish.title"
      lead={say('wish.lead')}
      picture="hedgehog-thinking"
      step={{ now: 4, of: 4 }}
      reads={wishes.map(({ id }) => `wish-${id}-words`)}
    >
      <TellForm bother={bother} draft={draft} after={after} step="wish" asks={[]}>
        <ul class="tiles tiles-three">
          {wishes.map(({ id, child }) => (
            <AnswerTile
              key={id}
              id={`wish-${id}`}
              name="wish"
              value={id}
              chosen={draft.wish === id}
              picture={choicePicture(id)}
              text={child}
              read={say('page.read')}
            />
          ))}
        </ul>
        <TellButtons say={say} />
      </TellForm>
    </BotherPage>
  )
}
