/** What the filter does when something is wrong. One rule stands behind every row: a failure shuts, and never opens. */
export interface Failure {
  readonly id: string
  readonly happens: string
  readonly behaviour: string
  /** The event that tells of it, and raises an alarm. */
  readonly told: string
}

export const FAILURES = [
  {
    id: 'no-snapshot',
    happens: 'There is no snapshot at all',
    behaviour: 'Everything is blocked but help.',
    told: 'snapshot.refused',
  },
  {
    id: 'damaged',
    happens: 'A snapshot is damaged or cut short',
    behaviour: 'It is refused. The one in use stays; with none in use, everything is blocked but help.',
    told: 'snapshot.refused',
  },
  {
    id: 'unsigned',
    happens: "A snapshot's signature is not from a trusted key",
    behaviour: 'It is refused. The one in use stays.',
    told: 'snapshot.refused',
  },
  {
    id: 'older',
    happens: 'A snapshot is older than the one in use',
    behaviour: 'It is taken, with an alarm: somebody goes back. Never to a weaker layer of illegal content.',
    told: 'snapshot.rolled-back',
  },
  {
    id: 'weaker',
    happens: "A snapshot lacks a supplier's list, or has an older or empty one",
    behaviour: 'It is refused, also when somebody goes back on purpose.',
    told: 'illegal-layer.weakening-refused',
  },
  {
    id: 'supplier-late',
    happens: "A supplier's list is late",
    behaviour: 'The last good list stays in force.',
    told: 'supplier-list.late',
  },
  {
    id: 'supplier-refused',
    happens: "A supplier's list is empty, damaged, older or wrongly signed",
    behaviour: 'The last good list stays in force.',
    told: 'supplier-list.refused',
  },
  {
    id: 'supplier-left-out',
    happens: 'A supplier is no longer named',
    behaviour: 'Its last good list stays in force.',
    told: 'illegal-layer.weakening-refused',
  },
  {
    id: 'rule-about-illegal',
    happens: 'A rule or category speaks about illegal content',
    behaviour: 'The policy is not compiled.',
    told: 'illegal-layer.weakening-refused',
  },
  {
    id: 'clock',
    happens: 'The clock is behind the snapshot in use',
    behaviour: 'Decisions are made as of when the snapshot was compiled: nothing that ended begins again.',
    told: 'clock.doubtful',
  },
  {
    id: 'calendar',
    happens: 'The calendar has ended and rules ask for school days',
    behaviour: 'On weekdays those that shut go on, and those that open do not, until there is a new term.',
    told: 'calendar.ended',
  },
  {
    id: 'memory',
    happens: 'There is not memory enough for a new snapshot',
    behaviour: 'It is refused before it is read. The one in use stays.',
    told: 'memory.short',
  },
  {
    id: 'unknown-group',
    happens: 'A client is in a group that the policy does not know',
    behaviour: 'Everything is blocked but help and what is open to everybody.',
    told: '',
  },
  {
    id: 'own-fault',
    happens: 'The filter itself makes a mistake over a question',
    behaviour: 'That question gets “server failure” or an error page. All others are answered as ever.',
    told: 'filter.fault',
  },
] as const satisfies readonly Failure[]
