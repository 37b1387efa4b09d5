import type { JSX } from 'preact'
import { BotherPage } from './bother-page.js'
import { TellButtons, TellForm, type TellProps } from './tell-form.js'
import { AnswerTile } from './tile.js'
import { sayFrom } from './words.js'

/** Who reads a bother that a grown-up at school is part of; absent when the pack sends both the same way. */
export interface TellWhoProps extends TellProps {
  readonly otherReader?: string
}

/**
 * About the child, or about somebody the child saw (003-086, 004-091). The tick for a grown-up at school starts the
 * way for staff, so that the person complained of is not the one who reads it.
 */
export function TellWho({ bother, draft, after, otherReader }: TellWhoProps): JSX.Element {
  const say = sayFrom(bother.words)
  const read = say('page.read')
  return (
    <BotherPage
      bother={bother}
      title="who.title"
      picture="hedgehog-thinking"
      step={{ now: 2, of: 4 }}
      reads={['about-me-words', 'about-somebody-else-words', ...(otherReader === undefined ? [] : ['adult-words'])]}
    >
      <TellForm bother={bother} draft={draft} after={after} step="who" asks={['adult']}>
        {/* Enter on the tick would press the form's first button, which is "Me"; a disabled one makes it do nothing. */}
        <button type="submit" disabled hidden>
          {say('page.next')}
        </button>
        {otherReader === undefined ? null : (
          <label class="tick" id="adult-words">
            <input type="checkbox" name="adult" value="yes" checked={draft.adult} />
            <span>
              {say('who.adult')}.<span class="hint">{say('who.adult.hint', { reader: otherReader })}</span>
            </span>
          </label>
        )}
        <ul class="tiles tiles-two">
          <AnswerTile
            id="about-me"
            name="about"
            value="me"
            chosen={draft.about === 'me'}
            picture="me"
            text={say('who.me')}
            read={read}
          />
          <AnswerTile
            id="about-somebody-else"
            name="about"
            value="somebody-else"
            chosen={draft.about === 'somebody-else'}
            picture="somebody-else"
            text={say('who.somebody-else')}
            read={read}
          />
        </ul>
        <TellButtons say={say} />
      </TellForm>
    </BotherPage>
  )
}
