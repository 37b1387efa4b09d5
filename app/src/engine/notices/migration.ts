import { isMe, listedIn, on, shut } from '../../kernel/db/row-security.js'

/** Notices: texts are the school's to read on every door; receipts are for the person and for those who see to the notice. */
export const notices = {
  id: '2026-11-26T0402-notices',
  sql: `
CREATE TABLE notice_version (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  notice text NOT NULL,
  audience text NOT NULL,
  number integer NOT NULL,
  hash text NOT NULL,
  text jsonb NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE UNIQUE INDEX notice_version_number ON notice_version (school_id, notice, audience, number DESC);
${shut('notice_version', { select: 'true', insert: on('worker', 'setup') })}

CREATE TABLE notice_receipt (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  notice text NOT NULL,
  audience text NOT NULL,
  person_id uuid NOT NULL,
  act text NOT NULL CHECK (act IN ('shown', 'acknowledged')),
  how text NOT NULL CHECK (how IN ('page', 'sign-in', 'class', 'meeting', 'letter', 'paper')),
  at timestamptz NOT NULL,
  by_person uuid,
  sees text[] NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, version_id) REFERENCES notice_version (school_id, id)
);
CREATE INDEX notice_receipt_person ON notice_receipt (school_id, notice, person_id, at DESC);
${shut('notice_receipt', {
  select: `${on('worker', 'setup')} OR ${isMe('person_id')} OR ${listedIn('sees')}`,
  insert: `${on('worker', 'setup')} OR ${isMe('person_id')} OR ${listedIn('sees')}`,
})}
`,
}
