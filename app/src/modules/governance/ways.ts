import { countsUrl, journalUrl } from './urls.js'

/** A page offered on Today. */
export interface Way {
  readonly href: string
  readonly text: string
}

/** What Today leads to besides the menu; without a power it is everybody's. Addresses of other modules stand as text, as in the menu. */
const ways: readonly (Way & { readonly power?: string })[] = [
  { href: '/notices/responsibilities', text: 'My responsibilities' },
  { href: '/notices', text: 'To read' },
  { href: '/duties', text: 'Duties' },
  { href: '/help', text: 'Who can help' },
  { href: countsUrl(), text: 'Figures for governors', power: 'governance.counts' },
  { href: journalUrl(), text: 'Journal', power: 'journal.read' },
  { href: '/outbox', text: 'Outbox', power: 'communications.outbox' },
]

/** The ways that somebody with these powers may go. */
export const waysFor = (powers: ReadonlySet<string>): readonly Way[] =>
  ways.filter(({ power }) => power === undefined || powers.has(power))
