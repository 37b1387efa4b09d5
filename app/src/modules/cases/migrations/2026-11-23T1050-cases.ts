import { inSight, shut, sightColumns } from '../../../kernel/db/row-security.js'

/** Nobody may change a sealed row but to say who sees it; nobody may delete one, nor write one that they could not read. */
const sealed = (table: string): string => `
${shut(table, { select: inSight, insert: inSight })}
GRANT UPDATE (sight_posts, sight_persons, never_persons) ON ${table} TO hedgerow_app;
CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO hedgerow_app
  USING (school_id = current_setting('hedgerow.school')::uuid AND ${inSight}) WITH CHECK (school_id = current_setting('hedgerow.school')::uuid);
CREATE INDEX ${table}_case ON ${table} (school_id, case_id, id);`

const changing = (table: string): string => `
${shut(table, { select: inSight, insert: inSight, update: inSight })}
CREATE INDEX ${table}_case ON ${table} (school_id, case_id, id);`

const head = `school_id uuid NOT NULL, id uuid NOT NULL, case_id uuid NOT NULL,`
const foot = `${sightColumns}, PRIMARY KEY (school_id, id)`

/** Cases: seen by the posts and persons on the row and nobody else, the headteacher and the DSL included. */
export const cases = {
  id: '2026-11-23T1050-cases',
  sql: `
CREATE TABLE case_file (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'closed')),
  lead uuid NOT NULL,
  risk text,
  subtype text,
  urgency text NOT NULL CHECK (urgency IN ('ordinary', 'urgent')),
  pack_hash text NOT NULL,
  procedure text,
  run integer NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  head_informed text CHECK (head_informed IN ('told', 'not-told')),
  ${foot},
  UNIQUE (school_id, number)
);
${shut('case_file', { select: inSight, insert: inSight, update: inSight })}
CREATE INDEX case_file_open ON case_file (school_id, id) WHERE state = 'open';

CREATE TABLE case_person (${head}
  person_id uuid,
  described text,
  child boolean NOT NULL,
  role text NOT NULL,
  added_at timestamptz NOT NULL,
  ${foot});
${changing('case_person')}
CREATE INDEX case_person_person ON case_person (school_id, person_id);

CREATE TABLE chronology_entry (${head}
  kind text NOT NULL,
  words text NOT NULL,
  happened_at timestamptz NOT NULL,
  corrects uuid,
  by_person uuid,
  as_post text,
  at timestamptz NOT NULL,
  ${foot});
${sealed('chronology_entry')}

CREATE TABLE decision (${head}
  decided text NOT NULL,
  reasons text NOT NULL,
  acting boolean NOT NULL,
  by_person uuid,
  as_post text,
  at timestamptz NOT NULL,
  ${foot});
${sealed('decision')}

CREATE TABLE case_duty (${head}
  kind text NOT NULL CHECK (kind IN ('clock', 'step')),
  name text NOT NULL,
  procedure text,
  post text,
  must boolean NOT NULL,
  starts_at timestamptz NOT NULL,
  due_at timestamptz,
  met_at timestamptz,
  escalated integer NOT NULL,
  escalate_at timestamptz,
  ${foot});
${changing('case_duty')}
CREATE INDEX case_duty_escalate ON case_duty (school_id, escalate_at) WHERE met_at IS NULL;

CREATE TABLE case_link (${head}
  other_id uuid NOT NULL,
  why text NOT NULL,
  by_person uuid,
  at timestamptz NOT NULL,
  ${foot});
${changing('case_link')}
CREATE INDEX case_link_other ON case_link (school_id, other_id);

CREATE TABLE case_action (${head}
  what text NOT NULL,
  owner uuid NOT NULL,
  due_at timestamptz NOT NULL,
  added_at timestamptz NOT NULL,
  done_at timestamptz,
  outcome text,
  ${foot});
${changing('case_action')}

CREATE TABLE agency_contact (${head}
  agency text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('referral', 'advice', 'intelligence', 'reply', 'not-referred')),
  contacted_at timestamptz NOT NULL,
  spoke_with text,
  their_reference text,
  words text NOT NULL,
  by_person uuid,
  at timestamptz NOT NULL,
  ${foot});
${sealed('agency_contact')}

CREATE TABLE parents_decision (${head}
  case_person_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('told', 'not-told', 'delayed')),
  adults text,
  how text,
  words text NOT NULL,
  told_at timestamptz,
  by_person uuid,
  at timestamptz NOT NULL,
  ${foot});
${sealed('parents_decision')}

CREATE TABLE procedure_entry (${head}
  procedure text NOT NULL,
  run integer NOT NULL,
  step text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'answered', 'skipped')),
  answers text[] NOT NULL,
  answer_values jsonb NOT NULL,
  reason text,
  wording jsonb NOT NULL,
  by_person uuid,
  as_post text,
  at timestamptz NOT NULL,
  ${foot});
${sealed('procedure_entry')}
`,
}
