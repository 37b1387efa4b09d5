/** The checks of clauses ask for unmet clocks and for a year of concerns: by an index, not by reading every row each minute. */
export const clauseChecks = {
  id: '2026-11-26T0500-clause-checks',
  sql: `
CREATE INDEX concern_clock_met ON concern_clock (school_id, met_at);
CREATE INDEX concern_reported ON concern (school_id, reported_at);
`,
}
