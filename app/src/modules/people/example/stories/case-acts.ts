import { type StoryCase, type StoryStep, untimed, type When } from './story.js'
import type { ActAt, Telling } from './story-events.js'

/** The acts of a story's case, if it has one. */
export function caseActs(telling: Telling): readonly ActAt[] {
  const { story, cast } = telling
  const { case: taken, triage } = story
  if (!taken || !triage) return []
  const opened = {
    act: 'open-case',
    by: cast.id(triage.by),
    lead: cast.id(taken.lead),
    procedure: taken.procedure,
  } as const
  return [
    [triage.when, opened],
    ...chronology(taken, telling),
    ...(taken.steps ?? []).map((step): ActAt => [step.when, stepAct(step, telling)]),
    ...actions(taken, telling),
    ...contacts(taken, telling),
    ...endings(taken, telling),
  ]
}

function chronology({ entries }: StoryCase, { cast: { id, words } }: Telling): readonly ActAt[] {
  return entries.map((entry, place) => [
    entry.when,
    {
      ...untimed(entry),
      act: 'entry',
      place,
      by: id(entry.by),
      words: words(entry.words),
      ...(entry.why ? { why: words(entry.why) } : {}),
    },
  ])
}

const MOMENT = /^@(\d+) (\d\d:\d\d)$/

function stepAct(step: StoryStep, { cast: { id, words }, days }: Telling): ActAt[1] {
  const value = (text: string) => {
    const [, day, at] = MOMENT.exec(text) ?? []
    return day && at ? days.local([Number(day), at]) : words(text)
  }
  const values =
    step.values && Object.fromEntries(Object.entries(step.values).map(([field, text]) => [field, value(text)]))
  const reason = step.reason && words(step.reason)
  return {
    ...untimed(step),
    act: 'step',
    by: id(step.by),
    ...(values ? { values } : {}),
    ...(reason ? { reason } : {}),
  }
}

function actions({ actions: undertaken = [] }: StoryCase, { cast: { id, words }, days }: Telling): readonly ActAt[] {
  return undertaken.flatMap((action, place): ActAt[] => {
    const { when, by, what, owner, due, done } = action
    const act = {
      act: 'undertake',
      place,
      by: id(by),
      what: words(what),
      owner: id(owner),
      due: days.at(due),
      done: done !== undefined,
    } as const
    return [[when, act], ...(done ? [[done, { act: 'carry-out', place, by: id(owner) }] as const] : [])]
  })
}

function contacts({ agencies = [], parents = [] }: StoryCase, { cast: { id, words } }: Telling): readonly ActAt[] {
  return [
    ...agencies.map((told): ActAt => {
      const reply = told.reply && words(told.reply)
      return [
        told.when,
        { ...untimed(told), act: 'agency', by: id(told.by), words: words(told.words), ...(reply ? { reply } : {}) },
      ]
    }),
    ...parents.map((told): ActAt => [
      told.when,
      {
        ...untimed(told),
        act: 'parents',
        by: id(told.by),
        child: id(told.child),
        who: told.who ? id(told.who) : null,
        words: words(told.words),
      },
    ]),
  ]
}

function endings({ handover, closed }: StoryCase, { cast: { id, words } }: Telling): readonly ActAt[] {
  const ends: (readonly [When, ActAt[1]])[] = []
  if (handover) {
    const { when, by, to } = handover
    ends.push([when, { act: 'hand-over', by: id(by), to: id(to), words: words(handover.words) }])
  }
  if (closed)
    ends.push([
      closed.when,
      { act: 'close-case', by: id(closed.by), reason: closed.reason, words: words(closed.words) },
    ])
  return ends
}
