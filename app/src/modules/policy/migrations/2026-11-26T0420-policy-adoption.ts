import { holding, holdingAnyOf, isMe, may, on, shut } from '../../../kernel/db/row-security.js'

const colleagues = `${on('worker')} OR ${holding('any-staff', 'any-governor')}`
const writers = may('policy.write')

/**
 * How a version comes to be: a draft over a pack, its edits, who was asked and what they said, and each approver's act.
 * Edits, comments, outcomes and acts are only ever added. Comments are for those who write the policy and for whoever
 * made them; the rest is for everybody who works or governs here. Whoever a step names may hold the draft while they act.
 */
export const policyAdoption = {
  id: '2026-11-26T0420-policy-adoption',
  sql: `
CREATE TABLE policy_draft (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  over_hash text NOT NULL,
  over jsonb NOT NULL,
  began_at timestamptz NOT NULL,
  began_by uuid,
  statement text,
  content jsonb,
  content_hash text,
  submitted_at timestamptz,
  submitted_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_as text CHECK (ended_as IN ('in-force', 'withdrawn')),
  activation_id uuid,
  approver_posts text[] NOT NULL,
  PRIMARY KEY (school_id, id),
  CHECK ((content_hash IS NULL) = (submitted_at IS NULL)),
  CHECK ((ended_as = 'in-force') = (activation_id IS NOT NULL))
);
CREATE UNIQUE INDEX policy_draft_open ON policy_draft (school_id) WHERE ended_at IS NULL;
${shut('policy_draft', {
  select: `${colleagues} OR ${holdingAnyOf('approver_posts')}`,
  insert: `${writers} OR ${on('worker', 'setup')}`,
  update: `${may('policy.write', 'policy.activate')} OR ${on('worker')} OR ${holdingAnyOf('approver_posts')}`,
})}

CREATE TABLE policy_edit (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  draft_id uuid NOT NULL,
  section text NOT NULL CHECK (section IN ('clause', 'post', 'adoption')),
  entry text NOT NULL,
  change jsonb,
  why text,
  at timestamptz NOT NULL,
  by_person uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, draft_id) REFERENCES policy_draft (school_id, id)
);
CREATE INDEX policy_edit_draft ON policy_edit (school_id, draft_id);
${shut('policy_edit', { select: colleagues, insert: `${writers} OR ${on('worker')}` })}

CREATE TABLE policy_consultation (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  draft_id uuid NOT NULL,
  audience text NOT NULL,
  ask text NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_by uuid,
  closes_on date NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, draft_id, audience),
  FOREIGN KEY (school_id, draft_id) REFERENCES policy_draft (school_id, id)
);
${shut('policy_consultation', { select: `${colleagues} OR (${on('public')} AND audience = 'any-parent')`, insert: writers })}

CREATE TABLE policy_comment (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  draft_id uuid NOT NULL,
  audience text NOT NULL,
  said_by text,
  person_id uuid,
  clause text,
  words text NOT NULL,
  at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, draft_id) REFERENCES policy_draft (school_id, id)
);
CREATE INDEX policy_comment_draft ON policy_comment (school_id, draft_id);
${shut('policy_comment', {
  select: `${on('worker')} OR ${may('policy.write', 'policy.activate')} OR ${isMe('person_id')}`,
  insert: `${on('worker')} OR ${writers} OR ${isMe('person_id')} OR (${on('public')} AND audience = 'any-parent' AND person_id IS NULL)`,
})}

CREATE TABLE policy_outcome (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  comment_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('changed', 'not-changed', 'elsewhere')),
  words text NOT NULL,
  clause text,
  at timestamptz NOT NULL,
  by_person uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, comment_id) REFERENCES policy_comment (school_id, id)
);
CREATE INDEX policy_outcome_comment ON policy_outcome (school_id, comment_id);
${shut('policy_outcome', { select: colleagues, insert: `${writers} OR ${on('worker')}` })}

CREATE TABLE policy_approval (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  draft_id uuid NOT NULL,
  hash text NOT NULL,
  step text NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'sent-back')),
  meeting_on date,
  minute text,
  note text,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, draft_id, hash, step, person_id),
  FOREIGN KEY (school_id, draft_id) REFERENCES policy_draft (school_id, id)
);
${shut('policy_approval', { select: 'true', insert: isMe('person_id') })}

CREATE TABLE policy_publication (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  public boolean NOT NULL,
  at timestamptz NOT NULL,
  by_person uuid,
  PRIMARY KEY (school_id, id)
);
${shut('policy_publication', { select: 'true', insert: `${may('policy.activate')} OR ${on('setup', 'worker')}` })}
`,
}
