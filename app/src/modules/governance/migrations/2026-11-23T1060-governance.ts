import { may, on, shut } from '../../../kernel/db/row-security.js'

/** Ends of the journal's chain that were published. Nobody can change one. */
export const governance = {
  id: '2026-11-23T1060-governance',
  sql: `
CREATE TABLE journal_head (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  position bigint NOT NULL,
  hash bytea NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
${shut('journal_head', { select: `${on('worker')} OR ${may('journal.read', 'governance.counts')}`, insert: on('worker') })}
`,
}
