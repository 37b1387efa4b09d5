import { newId } from '../../kernel/ids.js'
import type { Report } from './commands/report-concern.js'

/** A neighbour's fictional report, with whatever a test needs otherwise. */
export const exampleReport = (over: Partial<Report> = {}): Report => ({
  key: newId(),
  channel: 'public',
  words: 'A boy on the bus showed my son something horrible.',
  people: [],
  aboutPosts: [],
  reporterName: null,
  reporterContact: null,
  conversation: null,
  told_by: null,
  happened: 'this morning',
  known_at: null,
  platform: null,
  device: null,
  place: null,
  address: null,
  danger: 'no',
  done_already: null,
  ...over,
})

/** A conversation that a child's words open. */
export const exampleConversation = (words = newId()): NonNullable<Report['conversation']> => ({
  wordsHash: `words ${words}`,
  secretHash: `secret ${words}`,
  wish: 'ask-me-first',
  forWhom: 'me',
  picked: ['unkind'],
  childName: null,
  childClass: null,
})
