import { isMe, may, on, shut } from '../../../kernel/db/row-security.js'

/**
 * Ways in. What could be stolen (hashes, seeds, codes, tokens) lies in tables of its own that open on the door's channel
 * alone: no page of ours, whoever looks at it, can select a hash. Those who keep the accounts see the rest; whoever
 * records that somebody left may end what that person has.
 */
const door = on('sign-in')
const keepers = may('access.accounts', 'people.import')
const doorOnly = { select: door, insert: door, update: door, delete: door }
const known = `${on('sign-in', 'worker', 'setup')} OR ${isMe('person_id')} OR ${keepers}`
const ends = `${on('sign-in', 'worker')} OR ${isMe('person_id')} OR ${keepers}`
const account = 'FOREIGN KEY (school_id, account_id) REFERENCES account (school_id, id)'

export const access = {
  id: '2026-11-23T1030-access',
  sql: `
CREATE TABLE account (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  username text NOT NULL CHECK (username = lower(btrim(username)) AND username <> ''),
  handle bytea NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid,
  must_change_since timestamptz,
  password_changed_at timestamptz,
  last_signed_in_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (school_id, id)
);
CREATE UNIQUE INDEX account_username ON account (school_id, username) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX account_person ON account (school_id, person_id) WHERE ended_at IS NULL;
${shut('account', {
  select: known,
  insert: `${on('setup', 'worker')} OR ${may('access.accounts')}`,
  update: `${on('sign-in', 'worker')} OR ${keepers}`,
})}

CREATE TABLE account_password (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL,
  hash text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, account_id),
  ${account}
);
${shut('account_password', doorOnly)}

CREATE TABLE old_password (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  hash text NOT NULL,
  replaced_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  ${account}
);
CREATE INDEX old_password_account ON old_password (school_id, account_id, replaced_at DESC);
${shut('old_password', doorOnly)}

CREATE TABLE second_factor (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('app', 'passkey')),
  label text NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (school_id, id),
  ${account}
);
CREATE INDEX second_factor_account ON second_factor (school_id, account_id);
${shut('second_factor', { select: known, insert: door, update: door })}

CREATE TABLE totp_seed (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL,
  confirmed boolean NOT NULL,
  seed bytea NOT NULL,
  last_step bigint,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, account_id, confirmed),
  ${account}
);
${shut('totp_seed', doorOnly)}

CREATE TABLE passkey (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  backed_up boolean NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, credential_id),
  ${account}
);
CREATE INDEX passkey_account ON passkey (school_id, account_id);
${shut('passkey', doorOnly)}

CREATE TABLE recovery_code (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (school_id, account_id, hash),
  ${account}
);
${shut('recovery_code', doorOnly)}

CREATE TABLE first_sign_in_code (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL,
  hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, account_id),
  ${account}
);
${shut('first_sign_in_code', {
  ...doorOnly,
  insert: `${on('sign-in', 'setup', 'worker')} OR ${may('access.accounts')}`,
})}

CREATE TABLE session (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('password', 'code', 'passkey', 'example')),
  device text NOT NULL,
  shared boolean NOT NULL,
  started_at timestamptz NOT NULL,
  whole_at timestamptz,
  seen_at timestamptz NOT NULL,
  proved_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (school_id, id),
  CHECK (account_id IS NOT NULL OR kind = 'example')
);
CREATE INDEX session_person ON session (school_id, person_id, started_at DESC);
CREATE INDEX session_open ON session (school_id, seen_at) WHERE ended_at IS NULL;
${shut('session', { select: known, insert: door, update: ends, delete: on('worker') })}

CREATE TABLE session_token (
  school_id uuid NOT NULL,
  hash bytea NOT NULL,
  session_id uuid NOT NULL,
  PRIMARY KEY (school_id, hash),
  FOREIGN KEY (school_id, session_id) REFERENCES session (school_id, id)
);
CREATE INDEX session_token_session ON session_token (school_id, session_id);
${shut('session_token', doorOnly)}

CREATE TABLE sign_in_attempt (
  school_id uuid NOT NULL,
  bucket bytea NOT NULL,
  count integer NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, bucket)
);
${shut('sign_in_attempt', doorOnly)}

CREATE TABLE passkey_challenge (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('add', 'use')),
  session_id uuid,
  challenge text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
${shut('passkey_challenge', doorOnly)}
`,
}
