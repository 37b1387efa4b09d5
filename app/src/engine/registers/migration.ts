import { listedIn, notBarred, on, shut } from '../../kernel/db/row-security.js'

const doorColumns = `
  sees text[] NOT NULL,
  keeps text[] NOT NULL,
  never_persons uuid[] NOT NULL DEFAULT '{}'`

const seen = `${on('worker')} OR (${listedIn('sees')} AND ${notBarred})`
const kept = `${on('worker', 'setup')} OR (${listedIn('keeps')} AND ${notBarred})`

/**
 * Every register in three tables (decision 10): entries as they stand, versions as they stood, and what fewer may see. Who may
 * see and keep a row stands on the row, so that the database decides for registers that were declared long after this.
 */
export const registers = {
  id: '2026-11-26T0400-registers',
  sql: `
CREATE TABLE register_entry (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  register text NOT NULL,
  title text NOT NULL,
  search text NOT NULL,
  owner_post text NOT NULL,
  answers jsonb NOT NULL,
  persons uuid[] NOT NULL DEFAULT '{}',
  links uuid[] NOT NULL DEFAULT '{}',
  reviewed_on date NOT NULL,
  expires_on date,
  number integer NOT NULL,
  added_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  ended_at timestamptz,
  ${doorColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX register_entry_list ON register_entry (school_id, register, search, id);
CREATE INDEX register_entry_persons ON register_entry USING gin (persons);
${shut('register_entry', { select: seen, insert: kept, update: kept })}

CREATE TABLE register_version (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  register text NOT NULL,
  number integer NOT NULL,
  act text NOT NULL CHECK (act IN ('added', 'changed', 'looked-at', 'ended', 'imported')),
  title text NOT NULL,
  owner_post text NOT NULL,
  answers jsonb NOT NULL,
  persons uuid[] NOT NULL DEFAULT '{}',
  links uuid[] NOT NULL DEFAULT '{}',
  reviewed_on date NOT NULL,
  expires_on date,
  ended boolean NOT NULL,
  why text,
  at timestamptz NOT NULL,
  by_person uuid,
  ${doorColumns},
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, entry_id) REFERENCES register_entry (school_id, id)
);
CREATE UNIQUE INDEX register_version_number ON register_version (school_id, entry_id, number DESC);
CREATE INDEX register_version_register ON register_version (school_id, register, at);
${shut('register_version', { select: seen, insert: kept })}

CREATE TABLE register_secret (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  number integer NOT NULL,
  answers jsonb NOT NULL,
  ${doorColumns},
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, entry_id) REFERENCES register_entry (school_id, id)
);
CREATE INDEX register_secret_entry ON register_secret (school_id, entry_id, number DESC);
${shut('register_secret', { select: seen, insert: kept })}
`,
}
