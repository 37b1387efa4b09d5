import { may, on, shut } from '../../../kernel/db/row-security.js'

/** Packs in force and the states of their clauses. The policy is the school's to read on every door; only a named power puts one in force. */
export const policy = {
  id: '2026-11-23T1010-policy',
  sql: `
CREATE TABLE pack_activation (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  pack_id text NOT NULL,
  version text NOT NULL,
  hash text NOT NULL,
  content jsonb NOT NULL,
  in_force_from date NOT NULL,
  activated_at timestamptz NOT NULL,
  activated_by uuid,
  differences jsonb NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX pack_activation_in_force ON pack_activation (school_id, in_force_from DESC, activated_at DESC);
${shut('pack_activation', { select: 'true', insert: `${on('setup', 'worker')} OR ${may('policy.activate')}` })}

CREATE TABLE pack_answer (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  question text NOT NULL,
  answer text NOT NULL,
  answered_at timestamptz NOT NULL,
  answered_by uuid,
  PRIMARY KEY (school_id, id)
);
${shut('pack_answer', { select: 'true', insert: `${on('setup', 'worker')} OR ${may('policy.activate')}` })}

CREATE TABLE clause_turn (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  clause text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('kept', 'due', 'broken', 'attested', 'unknown', 'unbuilt')),
  basis text NOT NULL,
  findings jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX clause_turn_latest ON clause_turn (school_id, clause, at DESC);
${shut('clause_turn', { select: `${on('worker')} OR ${may('governance.read', 'governance.counts')}`, insert: on('worker') })}
`,
}
