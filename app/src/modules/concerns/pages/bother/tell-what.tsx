import type { JSX } from 'preact'
import { longestTold } from './bother-draft.js'
import type { Choice } from './bother-frame.js'
import { BotherPage } from './bother-page.js'
import { choicePicture } from './choice-picture.js'
import { Problem, SecrecyNote, TellButtons, TellForm, type TellProps } from './tell-form.js'
import { TickTile } from './tile.js'
import { sayFrom } from './words.js'

/** What can bother a child, from the pack. */
export interface TellWhatProps extends TellProps {
  readonly choices: readonly Choice[]
}

/**
 * The first question. A picture or a few words are enough, and "Send it now" stands here too: with "Tell us here" on
 * the first page that makes three taps. A child who wants to say more goes on with Next.
 */
export function TellWhat({ bother, draft, after, problem, reader, secrecy, choices }: TellWhatProps): JSX.Element {
  const say = sayFrom(bother.words)
  return (
    <BotherPage
      bother={bother}
      title="what.title"
      lead={say('what.lead')}
      picture="hedgehog-listening"
      step={{ now: 1, of: 4 }}
      wrong={problem !== undefined}
      reads={['told-label', 'told-hint', 'secrecy', 'send-hint']}
    >
      <TellForm bother={bother} draft={draft} after={after} step="what" asks={['bothers', 'told']}>
        <Problem id="problem" problem={problem} />
        <fieldset aria-describedby={problem?.field === 'bothers' ? 'problem' : undefined}>
          <legend class="for-ears">{say('what.title')}</legend>
          <ul class="tiles tiles-four">
            {choices.map(({ id, child }) => (
              <TickTile
                key={id}
                id={`bother-${id}`}
                name="bothers"
                value={id}
                ticked={draft.bothers.includes(id)}
                picture={choicePicture(id)}
                text={child}
                read={say('page.read')}
              />
            ))}
          </ul>
        </fieldset>
        <div class="field">
          <label for="told" id="told-label">
            {say('what.box')}
          </label>
          <p class="hint" id="told-hint">
            {say('what.box.hint')}
          </p>
          <textarea
            id="told"
            name="told"
            rows={5}
            autocomplete="off"
            data-longest={longestTold}
            aria-invalid={problem?.field === 'told' ? 'true' : undefined}
            aria-describedby={problem?.field === 'told' ? 'told-hint problem' : 'told-hint'}
          >
            {draft.told}
          </textarea>
        </div>
        <SecrecyNote say={say} reader={reader} secrecy={secrecy} />
        <p class="hint" id="send-hint">
          {say('what.send.hint')}
        </p>
        <TellButtons say={say} next backUrl={bother.urls.start} />
      </TellForm>
    </BotherPage>
  )
}
