import { carriesReceipt, isMe, on, shut } from '../../../kernel/db/row-security.js'

/**
 * How each person wants to be reminded, and the hash of their calendar's address: who carries the address opens that row
 * and no other. A mail of the week carries its two numbers.
 * A task of a post that two people hold or deputise in says which of them has taken it.
 */
export const reminders = {
  id: '2026-11-26T0520-reminders',
  sql: `
CREATE TABLE reminder (
  school_id uuid NOT NULL,
  person_id uuid NOT NULL,
  weekly_mail boolean NOT NULL DEFAULT true,
  calendar_hash text,
  calendar_since timestamptz,
  PRIMARY KEY (school_id, person_id)
);
CREATE UNIQUE INDEX reminder_calendar ON reminder (school_id, calendar_hash);
${shut('reminder', {
  select: `${isMe('person_id')} OR ${on('worker')} OR ${carriesReceipt('calendar_hash')}`,
  insert: isMe('person_id'),
  update: isMe('person_id'),
})}

ALTER TABLE message ADD COLUMN waiting integer, ADD COLUMN late integer;
ALTER TABLE task ADD COLUMN taken_by uuid, ADD COLUMN taken_at timestamptz;
`,
}
