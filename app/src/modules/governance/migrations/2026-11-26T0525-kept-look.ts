import { isMe, shut } from '../../../kernel/db/row-security.js'

/** When each person last looked how the policy stands, so that the page can say what turned since. Seen by nobody else. */
export const keptLook = {
  id: '2026-11-26T0525-kept-look',
  sql: `
CREATE TABLE kept_look (
  school_id uuid NOT NULL,
  person_id uuid NOT NULL,
  began_at timestamptz NOT NULL,
  before_at timestamptz,
  PRIMARY KEY (school_id, person_id)
);
${shut('kept_look', { select: isMe('person_id'), insert: isMe('person_id'), update: isMe('person_id') })}
`,
}
