import type { EntryKind } from './schema.js'

/** How each kind of entry is called on the screen and in print. */
export const entryKinds = {
  fact: 'What happened',
  'child-words': 'The child’s own words',
  account: 'Account of somebody said to have caused harm',
  view: 'Opinion',
  contact: 'Call or meeting',
  spread: 'Where it still is, and how far it has gone',
  'legal-advice': 'Legal advice',
  note: 'Note',
  review: 'Review',
  correction: 'Correction',
  opened: 'Case opened',
  joined: 'Concern joined',
  people: 'People',
  lead: 'Lead',
  access: 'Who may see it',
  action: 'Action',
  procedure: 'Procedure',
  headteacher: 'Headteacher',
  linked: 'Linked case',
  closed: 'Case closed',
  reopened: 'Case opened again',
} as const satisfies Readonly<Record<EntryKind, string>>

/** The kinds that a person chooses from. Facts, opinions and what a child said are kept apart from the first line. */
export const writtenKinds = [
  'fact',
  'child-words',
  'account',
  'view',
  'contact',
  'spread',
  'legal-advice',
  'note',
] as const satisfies readonly EntryKind[]

export type WrittenKind = (typeof writtenKinds)[number]
