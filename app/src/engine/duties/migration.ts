import { isMe, listedIn, on, shut } from '../../kernel/db/row-security.js'

const seen = `${on('worker', 'setup')} OR ${listedIn('sees')}`

/** Duties called for, and their answers. Seen by those who owe them, those who hear when they are late, and who reads the policy's standing. */
export const duties = {
  id: '2026-11-26T0401-duties',
  sql: `
CREATE TABLE duty_call (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  duty text NOT NULL,
  key text NOT NULL,
  period text NOT NULL,
  clause text NOT NULL,
  post text NOT NULL,
  person_id uuid,
  cause text NOT NULL,
  about_table text,
  about_id uuid,
  called_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  answered_at timestamptz,
  escalated_at timestamptz,
  escalated_to text,
  sees text[] NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE UNIQUE INDEX duty_call_once ON duty_call (school_id, duty, key, period, coalesce(person_id, '00000000-0000-0000-0000-000000000000'));
CREATE INDEX duty_call_open ON duty_call (school_id, due_at) WHERE answered_at IS NULL;
${shut('duty_call', {
  select: `${seen} OR ${isMe('person_id')}`,
  insert: 'true',
  update: `${seen} OR ${isMe('person_id')}`,
})}

CREATE TABLE duty_answer (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'nothing-found', 'not-done')),
  words text NOT NULL,
  link text,
  figures jsonb NOT NULL,
  asked text NOT NULL,
  at timestamptz NOT NULL,
  by_person uuid,
  as_post text NOT NULL,
  as_deputy boolean NOT NULL,
  sees text[] NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, call_id) REFERENCES duty_call (school_id, id)
);
CREATE INDEX duty_answer_call ON duty_answer (school_id, call_id, at);
${shut('duty_answer', { select: `${seen} OR ${isMe('by_person')}`, insert: `${seen} OR ${isMe('by_person')}` })}
`,
}
