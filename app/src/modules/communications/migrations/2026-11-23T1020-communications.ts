import { inSight, isMe, may, on, shut, sightColumns } from '../../../kernel/db/row-security.js'

const never = `NOT never_persons @> ARRAY[nullif(current_setting('hedgerow.person'), '')::uuid]`

/**
 * Notifications, mails and tasks. All carry the sight of what they are about, so that somebody who is barred from a
 * concern later loses its notifications with it. The outbox shows the office that mail waits, not what or about whom.
 */
export const communications = {
  id: '2026-11-23T1020-communications',
  sql: `
CREATE TABLE notification (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  about_table text NOT NULL,
  about_id uuid NOT NULL,
  url text NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX notification_person ON notification (school_id, person_id, id DESC);
CREATE INDEX notification_about ON notification (school_id, about_id);
${shut('notification', {
  select: `${on('worker')} OR (${isMe('person_id')} AND ${never})`,
  insert: 'true',
  update: `${on('worker')} OR (${isMe('person_id')} AND ${never})`,
})}

CREATE TABLE message (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  address text NOT NULL,
  kind text NOT NULL,
  url text NOT NULL,
  about_id uuid NOT NULL,
  at timestamptz NOT NULL,
  sent_at timestamptz,
  tries integer NOT NULL DEFAULT 0,
  last_fault text,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX message_waiting ON message (school_id, at) WHERE sent_at IS NULL;
CREATE INDEX message_about ON message (school_id, about_id);
${shut('message', {
  select: `${on('worker')} OR (${may('communications.outbox')} AND ${never})`,
  insert: 'true',
  update: on('worker'),
})}

CREATE TABLE task (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  post text,
  person_id uuid,
  about_table text NOT NULL,
  about_id uuid NOT NULL,
  label text NOT NULL,
  url text NOT NULL,
  due_at timestamptz,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE UNIQUE INDEX task_key ON task (school_id, key) WHERE closed_at IS NULL;
CREATE INDEX task_due ON task (school_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX task_about ON task (school_id, about_id);
${shut('task', { select: inSight, insert: 'true', update: inSight })}
`,
}
