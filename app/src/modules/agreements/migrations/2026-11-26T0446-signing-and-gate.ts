import { carriesReceipt, holding, isMe, may, on, shut } from '../../../kernel/db/row-security.js'
import { fromOutside, seen } from './doors.js'

/** Tablets and invitations through which people sign, awareness training, visits, and what was given behind the gate. */
export const signingAndGate = {
  id: '2026-11-26T0446-signing-and-gate',
  sql: `
CREATE TABLE signing_session (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('class', 'desk')),
  class_code text,
  agreement text,
  started_by uuid NOT NULL,
  started_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  code_hash text NOT NULL,
  token_hash text NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX signing_session_code ON signing_session (school_id, code_hash);
CREATE INDEX signing_session_token ON signing_session (school_id, token_hash);
${shut('signing_session', {
  select: `${on('worker')} OR ${isMe('started_by')} OR ${may('agreements.keep')} OR ${carriesReceipt('code_hash')} OR ${carriesReceipt('token_hash')}`,
  insert: `${isMe('started_by')} AND ${may('agreements.class', 'agreements.keep')}`,
  update: `${on('worker')} OR ${isMe('started_by')} OR ${may('agreements.keep')}`,
})}

CREATE TABLE signing_invitation (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('link', 'letter')),
  child_id uuid NOT NULL,
  adult_id uuid,
  secret_hash text NOT NULL,
  issued_by uuid,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  opened_at timestamptz,
  browser_hash text,
  wrong_answers integer NOT NULL DEFAULT 0,
  used_at timestamptz,
  closed_at timestamptz,
  closed_why text,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX signing_invitation_secret ON signing_invitation (school_id, secret_hash);
CREATE INDEX signing_invitation_child ON signing_invitation (school_id, child_id);
${shut('signing_invitation', {
  select: `${on('worker')} OR ${may('agreements.keep')} OR ${carriesReceipt('secret_hash')}`,
  insert: `${on('worker')} OR ${may('agreements.keep')}`,
  update: `${on('worker')} OR ${may('agreements.keep')} OR ${carriesReceipt('secret_hash')}`,
})}

CREATE TABLE awareness_session (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  held_on date NOT NULL,
  class_code text,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
${shut('awareness_session', {
  select: `${on('worker')} OR ${holding('any-staff')}`,
  insert: `${on('worker')} OR ${may('agreements.keep', 'agreements.class')}`,
})}

CREATE TABLE awareness_attendance (
  school_id uuid NOT NULL,
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  about_pupil boolean NOT NULL,
  attended boolean NOT NULL,
  held_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, session_id, person_id)
);
CREATE INDEX awareness_attendance_person ON awareness_attendance (school_id, person_id, held_on);
${shut('awareness_attendance', {
  select: seen('person_id'),
  insert: `${on('worker')} OR ${may('agreements.keep', 'agreements.class')}`,
})}

CREATE TABLE access_grant (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid,
  visit_id uuid,
  what text NOT NULL,
  detail text,
  decision_id uuid NOT NULL,
  granted_by uuid,
  via_hash text,
  granted_at timestamptz NOT NULL,
  ends_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX access_grant_person ON access_grant (school_id, person_id, what);
CREATE INDEX access_grant_visit ON access_grant (school_id, visit_id) WHERE visit_id IS NOT NULL;
${shut('access_grant', {
  select: `${on('worker')} OR ${may('agreements.keep', 'agreements.grant')} OR ${isMe('person_id')}`,
  insert: `${on('worker')} OR ${may('agreements.grant')} OR (${fromOutside} AND what = 'guest-pass')`,
  update: `${on('worker')} OR ${may('agreements.grant', 'agreements.keep')}`,
})}

CREATE TABLE visit (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('visitor', 'supply', 'community', 'organisation')),
  name text NOT NULL,
  organisation text,
  seeing text,
  wants_guest boolean NOT NULL,
  supervision text CHECK (supervision IN ('accompanied', 'nearby', 'alone')),
  supervisor text,
  supervision_by uuid,
  supervision_at timestamptz,
  session_id uuid,
  via_hash text,
  arrived_at timestamptz NOT NULL,
  left_at timestamptz,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX visit_arrived ON visit (school_id, arrived_at DESC);
${shut('visit', {
  select: `${on('worker')} OR ${may('agreements.keep', 'agreements.grant')}`,
  insert: `${on('worker')} OR ${may('agreements.keep')} OR ${fromOutside}`,
  update: `${on('worker')} OR ${may('agreements.keep')}`,
})}
`,
}
