import type { Cast } from './cast.js'
import { type Involved, type StoryConcern, untimed } from './story.js'
import type { ActAt, Telling } from './story-events.js'
import type { PersonInStory, StoryAct } from './story-event.js'

/** The acts of a story up to its triage. */
export function concernActs(telling: Telling): readonly ActAt[] {
  const { story, cast } = telling
  const { concern, acknowledged, conversation = [], additions = [], triage } = story
  const { id, words } = cast
  return [
    reported(concern, telling),
    ...(acknowledged ? [[acknowledged.when, { act: 'acknowledge', by: id(acknowledged.by) }] as const] : []),
    ...conversation.map((turn): ActAt => [
      turn.when,
      { act: 'turn', by: turn.by && id(turn.by), words: words(turn.words) },
    ]),
    ...additions.map((addition): ActAt => [
      addition.when,
      { act: 'add', by: id(addition.by), words: words(addition.words) },
    ]),
    ...(triage
      ? [[triage.when, { ...untimed(triage), act: 'triage', by: id(triage.by), words: words(triage.words) }] as const]
      : []),
  ]
}

function reported(concern: StoryConcern, telling: Telling): ActAt {
  const { cast, days } = telling
  const told: StoryAct = {
    ...untimed(concern),
    ...inWords(concern, cast.words),
    ...namedChild(concern, telling),
    act: 'report',
    by: concern.by && cast.id(concern.by),
    words: cast.words(concern.words),
    known: concern.known ? days.at(concern.known) : null,
    people: (concern.people ?? []).map((each) => involved(each, cast)),
  }
  return [concern.when, told]
}

/** What a child who said so wrote into the two boxes for name and class. */
function namedChild({ bother }: StoryConcern, { cast, school }: Telling) {
  const id = bother?.name ? cast.id(bother.name) : null
  const child = school.people.find(({ source }) => source.id === id)
  return { childName: child?.knownAs ?? child?.given ?? null, childClass: child?.classCode ?? null }
}

const SAID = ['happened', 'toldBy', 'done'] as const

function inWords(concern: StoryConcern, words: Cast['words']): Pick<StoryConcern, (typeof SAID)[number]> {
  return Object.fromEntries(SAID.flatMap((key) => (concern[key] ? [[key, words(concern[key])]] : [])))
}

function involved(each: Involved, { id, words }: Cast): PersonInStory {
  return 'who' in each
    ? { role: each.role, person: id(each.who) }
    : { role: each.role, described: words(each.described) }
}
