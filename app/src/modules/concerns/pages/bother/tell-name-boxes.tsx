import type { JSX } from 'preact'
import { longestName } from './bother-draft.js'
import { BotherPage } from './bother-page.js'
import { Problem, TellButtons, TellForm, type TellProps } from './tell-form.js'
import { sayFrom } from './words.js'

/** Asked only of a child who said yes. No list of names to pick from: it would show who goes to this school. */
export function TellNameBoxes({ bother, draft, after, problem }: TellProps): JSX.Element {
  const say = sayFrom(bother.words)
  const wrong = problem !== undefined
  return (
    <BotherPage
      bother={bother}
      title="name.boxes"
      picture="hedgehog-hello"
      step={{ now: 3, of: 4 }}
      wrong={wrong}
      reads={['name-label', 'class-label', 'class-hint']}
    >
      <TellForm bother={bother} draft={draft} after={after} step="name-boxes" asks={['name', 'className']}>
        <div class="field">
          <label for="name" id="name-label">
            {say('name.name')}
          </label>
          <Problem id="problem" problem={problem} />
          <input
            id="name"
            name="name"
            type="text"
            value={draft.name}
            maxlength={longestName}
            autocomplete="off"
            spellcheck={false}
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby={wrong ? 'problem' : undefined}
          />
        </div>
        <div class="field">
          <label for="class-name" id="class-label">
            {say('name.class')}
          </label>
          <p class="hint" id="class-hint">
            {say('name.class.hint')}
          </p>
          <input
            id="class-name"
            name="className"
            type="text"
            value={draft.className}
            maxlength={longestName}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="class-hint"
          />
        </div>
        <TellButtons say={say} next />
      </TellForm>
    </BotherPage>
  )
}
