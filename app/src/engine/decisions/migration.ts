import { isMe, may, on, shut } from '../../kernel/db/row-security.js'

/** Decisions, kept by whichever module decides. Those whom one is about, and who asked, may read it. */
export const decisions = {
  id: '2026-11-26T0440-decisions',
  sql: `
CREATE TABLE decision_given (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  about_person uuid,
  asked_by uuid,
  verdict text NOT NULL CHECK (verdict IN ('yes', 'no', 'ask')),
  reasons jsonb NOT NULL,
  clauses text[] NOT NULL,
  pack_hash text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX decision_given_about ON decision_given (school_id, about_person, at DESC);
${shut('decision_given', {
  select: `${on('worker')} OR ${may('decisions.read')} OR ${isMe('about_person')} OR ${isMe('asked_by')}`,
  insert: 'true',
})}
`,
}
