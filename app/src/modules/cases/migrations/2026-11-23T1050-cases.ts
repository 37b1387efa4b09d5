import { inSight, shut, sightColumns } from '../../../kernel/db/row-security.js'

/** Nobody may change a sealed row but to say who sees it; nobody may delete one. */
const sealed = (table: string): string => `
${shut(table, { select: inSight, insert: 'true' })}
GRANT UPDATE (sight_posts, sight_persons, never_persons) ON ${table} TO hedgerow_app;
CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO hedgerow_app
  USING (school_id = current_setting('hedgerow.school')::uuid AND ${inSight}) WITH CHECK (school_id = current_setting('hedgerow.school')::uuid);
CREATE INDEX ${table}_case ON ${table} (school_id, case_id, id);`

const changing = (table: string): string => `
${shut(table, { select: inSight, insert: 'true', update: inSight })}
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
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  close_words text,
  head_informed text,
  ${foot},
  UNIQUE (school_id, number)
);
${shut('case_file', { select: inSight, insert: 'true', update: inSight })}
CREATE INDEX case_file_open ON case_file (school_id, id) WHERE state = 'open';

CREATE TABLE case_person (${head}
  person_id uuid,
  described text,
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
  their_reference text,
  words text NOT NULL,
  by_person uuid,
  at timestamptz NOT NULL,
  ${foot});
${sealed('agency_contact')}

CREATE TABLE parents_decision (${head}
  child uuid,
  decision text NOT NULL CHECK (decision IN ('told', 'not-told', 'delayed')),
  words text NOT NULL,
  told_at timestamptz,
  by_person uuid,
  at timestamptz NOT NULL,
  ${foot});
${sealed('parents_decision')}

CREATE TABLE procedure_entry (${head}
  procedure text NOT NULL,
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
