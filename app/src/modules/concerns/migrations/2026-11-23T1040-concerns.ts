import { carriesReceipt, inSight, isMe, on, shut, sightColumns } from '../../../kernel/db/row-security.js'

const receipt = `${carriesReceipt('words_hash')} OR ${carriesReceipt('secret_hash')}`
const seen = { select: inSight, insert: 'true', update: inSight }

/**
 * Concerns and what hangs on them. Anybody may put one in by their door; only its sight lets anybody see it. An
 * account-less reporter reaches nothing but the conversation that their own receipt opens. Statements and messages
 * cannot be updated or deleted by anyone but to narrow who sees them.
 */
export const concerns = {
  id: '2026-11-23T1040-concerns',
  sql: `
CREATE TABLE concern (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  reference text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('staff', 'child', 'public')),
  urgency text NOT NULL CHECK (urgency IN ('ordinary', 'urgent')),
  state text NOT NULL CHECK (state IN ('new', 'acknowledged', 'taken-up', 'advised', 'linked', 'closed')),
  reporter_id uuid,
  reporter_name text,
  reporter_contact text,
  told_by text,
  reported_at timestamptz NOT NULL,
  happened text,
  known_at timestamptz,
  platform text,
  device text,
  place text,
  address text,
  danger text NOT NULL CHECK (danger IN ('yes', 'no', 'not-known')),
  done_already text,
  risk text,
  subtype text,
  pack_hash text NOT NULL,
  post text,
  chain text[] NOT NULL,
  rules text[] NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  triaged_at timestamptz,
  triaged_by uuid,
  closed_at timestamptz,
  close_reason text,
  case_id uuid,
  ${sightColumns},
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, reference)
);
CREATE INDEX concern_open ON concern (school_id, id) WHERE closed_at IS NULL;
CREATE INDEX concern_reporter ON concern (school_id, reporter_id) WHERE reporter_id IS NOT NULL;
CREATE INDEX concern_case ON concern (school_id, case_id) WHERE case_id IS NOT NULL;
${shut('concern', seen)}

CREATE TABLE statement (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  concern_id uuid NOT NULL,
  kind text NOT NULL,
  words text NOT NULL,
  by_person uuid,
  as_post text,
  at timestamptz NOT NULL,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX statement_concern ON statement (school_id, concern_id, id);
${shut('statement', { select: inSight, insert: 'true' })}
GRANT UPDATE (sight_posts, sight_persons, never_persons) ON statement TO hedgerow_app;
CREATE POLICY statement_update ON statement FOR UPDATE TO hedgerow_app
  USING (school_id = current_setting('hedgerow.school')::uuid AND ${inSight}) WITH CHECK (school_id = current_setting('hedgerow.school')::uuid);

CREATE TABLE concern_person (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  concern_id uuid NOT NULL,
  person_id uuid,
  described text,
  role text NOT NULL,
  added_at timestamptz NOT NULL,
  added_by uuid,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX concern_person_concern ON concern_person (school_id, concern_id);
CREATE INDEX concern_person_person ON concern_person (school_id, person_id);
${shut('concern_person', seen)}

CREATE TABLE concern_clock (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  concern_id uuid NOT NULL,
  clock text NOT NULL,
  starts_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  met_at timestamptz,
  escalated integer NOT NULL DEFAULT 0,
  escalate_at timestamptz,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX concern_clock_concern ON concern_clock (school_id, concern_id);
CREATE INDEX concern_clock_escalate ON concern_clock (school_id, escalate_at) WHERE met_at IS NULL;
${shut('concern_clock', seen)}

CREATE TABLE concern_link (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  concern_id uuid NOT NULL,
  other_id uuid NOT NULL,
  why text NOT NULL,
  at timestamptz NOT NULL,
  by_person uuid,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX concern_link_concern ON concern_link (school_id, concern_id);
CREATE INDEX concern_link_other ON concern_link (school_id, other_id);
${shut('concern_link', seen)}

CREATE TABLE conversation (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  words_hash text NOT NULL,
  secret_hash text NOT NULL,
  wish text,
  for_whom text,
  picked text[] NOT NULL,
  child_name text,
  child_class text,
  promised_by timestamptz,
  answered_at timestamptz,
  reporter_wrote_at timestamptz NOT NULL,
  reporter_read_at timestamptz,
  ${sightColumns},
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, words_hash),
  UNIQUE (school_id, secret_hash)
);
${shut('conversation', { select: `${inSight} OR ${receipt}`, insert: 'true', update: `${inSight} OR ${receipt}` })}

CREATE TABLE conversation_message (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  concern_id uuid NOT NULL,
  from_side text NOT NULL CHECK (from_side IN ('reporter', 'school')),
  words text NOT NULL,
  by_person uuid,
  at timestamptz NOT NULL,
  words_hash text NOT NULL,
  secret_hash text NOT NULL,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX conversation_message_concern ON conversation_message (school_id, concern_id, id);
${shut('conversation_message', { select: `${inSight} OR ${receipt}`, insert: 'true' })}
GRANT UPDATE (sight_posts, sight_persons, never_persons) ON conversation_message TO hedgerow_app;
CREATE POLICY conversation_message_update ON conversation_message FOR UPDATE TO hedgerow_app
  USING (school_id = current_setting('hedgerow.school')::uuid AND ${inSight}) WITH CHECK (school_id = current_setting('hedgerow.school')::uuid);

CREATE TABLE draft (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  typed jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX draft_person ON draft (school_id, person_id);
${shut('draft', {
  select: isMe('person_id'),
  insert: isMe('person_id'),
  update: isMe('person_id'),
  delete: `${isMe('person_id')} OR ${on('worker')}`,
})}
`,
}
