import type { JSX } from 'preact'
import { SignPicture } from '../../../../web/pictures/signs.js'
import type { BotherDraft, Offered, TellStep } from './bother-draft.js'
import { BotherPage } from './bother-page.js'
import { SecrecyNote, TellForm, type TellProps } from './tell-form.js'
import { sayFrom, type Say } from './words.js'

/** The pack's choices, to show a chosen one in its own words. */
export interface TellCheckProps extends TellProps {
  readonly offered: Offered
}

/** Everything once more, before it goes: what was told, who reads it, what cannot stay secret. Then one big button. */
export function TellCheck({ bother, draft, offered, reader, secrecy }: TellCheckProps): JSX.Element {
  const say = sayFrom(bother.words)
  return (
    <BotherPage
      bother={bother}
      title="check.title"
      lead={say('check.lead')}
      picture="hedgehog-note"
      reads={['answers', 'secrecy']}
    >
      <TellForm bother={bother} draft={draft} after="check" step="check" asks={[]}>
        <dl class="answers-so-far" id="answers">
          {rows(draft, offered, say).map(({ step, asked, answer }) => (
            <div key={step}>
              <dt>{asked}</dt>
              <dd>
                {answer.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </dd>
              <dd class="change">
                <button class="button button-plain" type="submit" name="go" value={step}>
                  {say('check.change')}
                  <span class="for-ears">: {asked}</span>
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <SecrecyNote say={say} reader={reader} secrecy={secrecy} />
        <div class="buttons">
          <button class="button button-big" type="submit" name="go" value="send">
            {say('check.send')}
            <SignPicture name="onward" />
          </button>
        </div>
      </TellForm>
    </BotherPage>
  )
}

interface Row {
  readonly step: TellStep
  readonly asked: string
  readonly answer: readonly string[]
}

function rows(draft: BotherDraft, offered: Offered, say: Say): readonly Row[] {
  const { bothers, wishes } = offered
  const inWords = (ids: readonly string[], choices: Offered['bothers']) =>
    choices.filter(({ id }) => ids.includes(id)).map(({ child }) => child)
  const about = draft.about === null ? [] : [say(`who.${draft.about}`)]
  const row = (step: TellStep, asked: string, answer: readonly string[]) => ({
    step,
    asked,
    answer: answer.length === 0 ? [say('check.nothing')] : answer,
  })
  return [
    row('what', say('check.what'), [...inWords(draft.bothers, bothers), ...(draft.told === '' ? [] : [draft.told])]),
    row('who', say('check.who'), [...about, ...(draft.adult ? [say('check.adult')] : [])]),
    row('name', say('check.name'), draft.name === '' ? [say('check.no-name')] : named(draft)),
    row('wish', say('check.wish'), inWords(draft.wish === null ? [] : [draft.wish], wishes)),
  ]
}

function named({ name, className }: BotherDraft): readonly string[] {
  return className === '' ? [name] : [`${name}, ${className}`]
}
