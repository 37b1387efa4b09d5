import type { JSX } from 'preact'
import type { Frame } from '../../../../web/layout/frame.js'
import { Answers, type BotherMessage } from './answers.js'
import { botherIn, emptyDraft, exampleOffered, exampleTell, fullDraft } from './bother.examples.js'
import type { BotherFrame } from './bother-frame.js'
import { Busy } from './busy.js'
import { Embed } from './embed.js'
import { GrownUp, type TrustedAdult } from './grown-up.js'
import { Poster } from './poster.js'
import { PutAway } from './put-away.js'
import { Return } from './return.js'
import { Sent } from './sent.js'
import { BotherStart } from './start.js'
import { TellCheck } from './tell-check.js'
import { TellNameBoxes } from './tell-name-boxes.js'
import { TellName } from './tell-name.js'
import { TellWhat } from './tell-what.js'
import { TellWho } from './tell-who.js'
import { TellWish } from './tell-wish.js'
import { botherWords } from './words.js'

const address = 'https://hedgerow.thistledown.example/bother'

const adults: readonly TrustedAdult[] = [
  { id: 'dsl', role: 'Keeps children safe', name: 'Mrs Example', where: 'The room beside the hall', face: 'curls' },
  { id: 'deputy', role: 'Keeps children safe', name: 'Mr Sample', face: 'beard' },
  { id: 'teacher', role: 'Your teacher', face: 'scarf' },
  { id: 'lunch', role: 'A grown-up in the playground', face: 'bun-glasses' },
]

const asked: BotherMessage = {
  id: 'm1',
  from: 'child',
  text: 'Someone keeps saying mean things in the game chat.\nThey told my friend to leave the group.',
  when: 'Monday',
  isNew: false,
}
const answered: BotherMessage = {
  id: 'm2',
  from: 'grown-up',
  who: 'Mrs Example',
  text: 'Thank you for telling me. You did the right thing. Nobody should be told to leave like that. May I talk to your friend? I will not say that it was you.',
  when: 'today',
  isNew: true,
}

const typed = (word: string) => ({ typed: word })
const slip = {
  address: 'hedgerow.thistledown.example/bother/return',
  code: `${address}/return#slip=AAAAAAAAAAAAAAAAAAAAAA`,
}
const pass = { pass: 'example-pass' }

/** Every Bother page in its empty, full and wrong state, by name: for the tests, the gallery and the screenshots. */
export function botherPages(frame: Frame): Readonly<Record<string, JSX.Element>> {
  const bother = botherIn(frame)
  return {
    ...tellPages(bother),
    start: <BotherStart bother={bother} />,
    'put-away': <PutAway bother={bother} />,
    'grown-up': <GrownUp bother={bother} adults={adults} />,
    'grown-up-empty': <GrownUp bother={bother} adults={[]} />,
    sent: (
      <Sent
        bother={bother}
        words={['otter', 'lemon', 'kite']}
        answerBy="Tuesday home time"
        schoolClosed={false}
        pass={pass}
        slip={slip}
      />
    ),
    'sent-closed': (
      <Sent
        bother={bother}
        words={['caterpillar', 'wheelbarrow', 'strawberry']}
        answerBy="Monday 4 January, home time"
        schoolClosed
        pass={pass}
        slip={slip}
      />
    ),
    return: <Return bother={bother} words={[typed(''), typed(''), typed('')]} />,
    'return-wrong': (
      <Return
        bother={bother}
        words={[
          typed('otter'),
          { typed: 'lemor', problem: botherWords['return.unsure'], nearest: ['lemon', 'lemur'] },
          { typed: '', problem: botherWords['return.empty'] },
        ]}
      />
    ),
    'return-not-found': (
      <Return
        bother={bother}
        words={[typed('otter'), typed('kite'), typed('lemon')]}
        problem={botherWords['return.not-found']}
      />
    ),
    'answers-waiting': (
      <Answers bother={bother} messages={[asked]} state="waiting" answerBy="Tuesday home time" pass={pass} />
    ),
    'answers-new': <Answers bother={bother} messages={[asked, answered]} state="answered" answerBy="" pass={pass} />,
    'answers-late': (
      <Answers
        bother={bother}
        messages={[asked]}
        state="late"
        answerBy=""
        pass={pass}
        problem={{ field: 'more', sentence: botherWords['answers.empty'] }}
      />
    ),
    busy: <Busy bother={bother} action={bother.urls.tell} fields={[['told', fullDraft.told]]} afterSeconds={8} />,
    poster: <Poster bother={bother} address={address} print="Print this poster" />,
    embed: <Embed bother={bother} address={address} image="/bother/button.svg" posterUrl="/bother/poster" />,
  }
}

/** The pages of telling. */
function tellPages(bother: BotherFrame): Readonly<Record<string, JSX.Element>> {
  const tell = { ...exampleTell, bother }
  return {
    'tell-what': <TellWhat {...tell} draft={emptyDraft} choices={exampleOffered.bothers} />,
    'tell-what-full': <TellWhat {...tell} draft={fullDraft} choices={exampleOffered.bothers} after="check" />,
    'tell-what-wrong': (
      <TellWhat
        {...tell}
        draft={emptyDraft}
        choices={exampleOffered.bothers}
        problem={{ field: 'bothers', sentence: botherWords['what.empty'] }}
      />
    ),
    'tell-who': <TellWho {...tell} draft={emptyDraft} otherReader="Mr Sample" />,
    'tell-who-full': <TellWho {...tell} draft={fullDraft} />,
    'tell-name': <TellName {...tell} draft={emptyDraft} />,
    'tell-name-boxes': <TellNameBoxes {...tell} draft={{ ...fullDraft, name: '', className: '' }} />,
    'tell-name-boxes-wrong': (
      <TellNameBoxes
        {...tell}
        draft={{ ...fullDraft, name: '' }}
        problem={{ field: 'name', sentence: botherWords['name.empty'] }}
      />
    ),
    'tell-wish': <TellWish {...tell} draft={fullDraft} wishes={exampleOffered.wishes} />,
    'tell-check': <TellCheck {...tell} draft={fullDraft} offered={exampleOffered} />,
    'tell-check-empty': (
      <TellCheck {...tell} draft={{ ...emptyDraft, bothers: ['something-else'] }} offered={exampleOffered} />
    ),
  }
}
