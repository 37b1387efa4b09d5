import { holding, isMe, may, on, shut } from '../../../kernel/db/row-security.js'

const colleagues = `${on('worker')} OR ${holding('any-staff', 'any-governor')}`

/**
 * Whom a version reached, and when the policy was looked at again. A receipt is one fact about one person and one exact
 * text; no door lets it be changed or removed. Staff see who has it, because they tell each other; others see their own.
 */
export const policyReach = {
  id: '2026-11-26T0430-policy-reach',
  sql: `
CREATE TABLE policy_session (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  hash text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('discussion', 'awareness', 'class', 'transition', 'induction')),
  audience text NOT NULL,
  class_code text,
  held_on date NOT NULL,
  points text NOT NULL,
  understood text,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX policy_session_hash ON policy_session (school_id, hash);
${shut('policy_session', { select: colleagues, insert: `${on('worker')} OR ${holding('any-staff')}` })}

CREATE TABLE policy_receipt (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  hash text NOT NULL,
  person_id uuid NOT NULL,
  fact text NOT NULL CHECK (fact IN ('provided', 'read', 'discussed')),
  how text NOT NULL,
  session_id uuid,
  happened_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, hash, person_id, fact),
  FOREIGN KEY (school_id, session_id) REFERENCES policy_session (school_id, id)
);
CREATE INDEX policy_receipt_person ON policy_receipt (school_id, person_id);
${shut('policy_receipt', {
  select: `${on('worker')} OR ${holding('any-staff')} OR ${may('policy.write', 'policy.activate')} OR ${isMe('person_id')}`,
  insert: `${on('worker')} OR ${holding('any-staff')} OR ${may('policy.write')} OR ${isMe('person_id')}`,
})}

CREATE TABLE policy_announcement (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  hash text NOT NULL,
  audience text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('letter', 'link', 'newsletter', 'website', 'meeting', 'hedgerow')),
  told_on date NOT NULL,
  reached integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (school_id, id)
);
${shut('policy_announcement', { select: colleagues, insert: `${on('worker')} OR ${may('policy.write')}` })}

CREATE TABLE policy_review (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  cadence text NOT NULL,
  cause text NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_by uuid,
  due_on date,
  closed_at timestamptz,
  closed_by uuid,
  held_on date,
  body text,
  minute text,
  hash text,
  input jsonb,
  found text,
  outcome text CHECK (outcome IN ('no-change', 'amend', 'not-needed')),
  PRIMARY KEY (school_id, id),
  CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX policy_review_cadence ON policy_review (school_id, cadence, held_on);
${shut('policy_review', {
  select: colleagues,
  insert: `${on('worker')} OR ${holding('any-staff', 'any-governor')}`,
  update: `${on('worker')} OR ${may('policy.write', 'policy.review')}`,
})}
`,
}
