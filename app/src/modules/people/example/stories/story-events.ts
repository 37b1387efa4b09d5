import { Temporal } from 'temporal-polyfill'
import type { ExampleSchool } from '../example-school.js'
import { caseActs } from './case-acts.js'
import { type Cast, castOf } from './cast.js'
import { concernActs } from './concern-acts.js'
import { STORIES } from './stories.js'
import type { Story, When } from './story.js'
import { type StoryDays, storyDays } from './story-days.js'
import type { StoryAct, StoryEvent } from './story-event.js'

/** An act with the moment at which the story puts it. */
export type ActAt = readonly [when: When, act: StoryAct]

/** What the acts of a story are made from. */
export interface Telling {
  readonly story: Story
  readonly cast: Cast
  readonly days: StoryDays
  readonly school: ExampleSchool
}

/**
 * Everything that happens in the stories, in the order of time, with the names of this example school: what a command that fills
 * the example school does, one after another, with the clock standing at `at`. All of it lies before `today`.
 */
export function storyEvents(
  school: ExampleSchool,
  today: Temporal.PlainDate,
  stories: readonly Story[] = STORIES,
): readonly StoryEvent[] {
  const events = stories.flatMap((story) => {
    const days = storyDays(school.calendar, today, story.ago)
    const telling: Telling = { story, days, school, cast: castOf(story.cast, school, days.begins) }
    const acts = [...concernActs(telling), ...caseActs(telling)]
    return acts.map(([when, act]): StoryEvent => ({ ...act, story: story.id, at: days.at(when) }))
  })
  return events.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
}
