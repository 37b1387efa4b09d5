import type { Temporal } from 'temporal-polyfill'
import type {
  StoryAction,
  StoryAgency,
  StoryConcern,
  StoryEntry,
  StoryParents,
  StoryStep,
  StoryTriage,
} from './story.js'

/** Somebody in a concern: by source id ('pupil/0007'), or described. */
export type PersonInStory =
  { readonly role: string; readonly person: string } | { readonly role: string; readonly described: string }

/** A part of a story with its moment taken out and its letters replaced by source ids and names. */
type Told<Part, Resolved> = Omit<Part, 'when' | keyof Resolved> & Resolved

/** What somebody does in a story. `by`, `lead`, `owner`, `child` and `who` are source ids; `by` is null for children and the public. */
export type StoryAct =
  | ({ readonly act: 'report' } & Told<
      StoryConcern,
      {
        readonly by: string | null
        readonly known: Temporal.Instant | null
        readonly people: readonly PersonInStory[]
        /** The child's name and class, where they gave it, as they would write them. */
        readonly childName: string | null
        readonly childClass: string | null
      }
    >)
  | { readonly act: 'acknowledge'; readonly by: string }
  | { readonly act: 'turn'; readonly by: string | null; readonly words: string }
  | { readonly act: 'add'; readonly by: string; readonly words: string }
  | ({ readonly act: 'triage' } & Told<StoryTriage, { readonly by: string; readonly words: string }>)
  | { readonly act: 'open-case'; readonly by: string; readonly lead: string; readonly procedure: string | null }
  | ({ readonly act: 'entry'; readonly place: number } & Told<StoryEntry, { readonly by: string }>)
  | ({ readonly act: 'step' } & Told<StoryStep, { readonly by: string }>)
  | ({ readonly act: 'undertake'; readonly place: number } & Told<
      StoryAction,
      { readonly by: string; readonly owner: string; readonly due: Temporal.Instant; readonly done: boolean }
    >)
  | { readonly act: 'carry-out'; readonly place: number; readonly by: string }
  | ({ readonly act: 'agency' } & Told<StoryAgency, { readonly by: string }>)
  | ({ readonly act: 'parents' } & Told<
      StoryParents,
      { readonly by: string; readonly child: string; readonly who: string | null }
    >)
  | { readonly act: 'hand-over'; readonly by: string; readonly to: string; readonly words: string }
  | { readonly act: 'close-case'; readonly by: string; readonly reason: string; readonly words: string }

/** An act of a story at its moment. */
export type StoryEvent = StoryAct & { readonly story: string; readonly at: Temporal.Instant }
