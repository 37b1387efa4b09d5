import { holding, isMe, may, on, shut } from '../../../kernel/db/row-security.js'

const everyoneSignedIn = on('web', 'worker', 'setup', 'sign-in')
const colleagues = `kind IN ('staff', 'governor')`

/** Who may see a row of `person`; a later search function asks the same. */
export const maySeePerson = `${on('worker', 'setup', 'sign-in')} OR ${holding('any-staff')} OR (${holding('any-governor')} AND ${colleagues}) OR ${isMe('id')}`

/**
 * People and posts. Staff may look anybody up, because a concern names people; governors see colleagues, never pupils
 * or parents; everybody sees themselves; a public page sees nobody.
 */
export const people = {
  id: '2026-11-23T1000-people',
  sql: `
CREATE TABLE person (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pupil', 'staff', 'parent', 'governor', 'volunteer', 'contractor', 'visitor')),
  given text NOT NULL,
  family text NOT NULL,
  known_as text,
  born date,
  class_code text,
  year_group text,
  job_title text,
  email text,
  phone text,
  source text,
  source_id text,
  started date NOT NULL,
  ended date,
  search text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, source, source_id)
);
CREATE INDEX person_kind ON person (school_id, kind, family);
${shut('person', {
  select: maySeePerson,
  insert: `${on('worker', 'setup')} OR ${may('people.import')}`,
  update: `${on('worker', 'setup')} OR ${may('people.import')}`,
})}

CREATE TABLE person_detail (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  upn text,
  username text,
  needs text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, id) REFERENCES person (school_id, id)
);
${shut('person_detail', {
  select: `${on('worker', 'setup')} OR ${may('people.import', 'concerns.triage')}`,
  insert: `${on('worker', 'setup')} OR ${may('people.import')}`,
  update: `${on('worker', 'setup')} OR ${may('people.import')}`,
})}

CREATE TABLE import_run (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  by_person uuid,
  files text[] NOT NULL,
  outcome jsonb NOT NULL,
  PRIMARY KEY (school_id, id)
);
${shut('import_run', {
  select: `${on('worker', 'setup')} OR ${may('people.import')}`,
  insert: `${on('worker', 'setup')} OR ${may('people.import')}`,
})}

CREATE TABLE import_mapping (
  school_id uuid NOT NULL,
  fingerprint text NOT NULL,
  mapping jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, fingerprint)
);
${shut('import_mapping', {
  select: `${on('worker', 'setup')} OR ${may('people.import')}`,
  insert: `${on('worker', 'setup')} OR ${may('people.import')}`,
  update: `${on('worker', 'setup')} OR ${may('people.import')}`,
})}

CREATE TABLE responsibility (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  adult_id uuid NOT NULL,
  relationship text NOT NULL,
  parental_responsibility boolean,
  contactable boolean,
  priority integer NOT NULL,
  started date NOT NULL,
  ended date,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, child_id) REFERENCES person (school_id, id),
  FOREIGN KEY (school_id, adult_id) REFERENCES person (school_id, id)
);
CREATE INDEX responsibility_child ON responsibility (school_id, child_id);
CREATE INDEX responsibility_adult ON responsibility (school_id, adult_id);
${shut('responsibility', {
  select: `${on('worker', 'setup')} OR ${may('people.read', 'people.import', 'concerns.triage')} OR ${isMe('adult_id')}`,
  insert: `${on('worker', 'setup')} OR ${may('people.import')}`,
  update: `${on('worker', 'setup')} OR ${may('people.import')}`,
})}

CREATE TABLE post_holding (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  post text NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('holder', 'cover')),
  started date NOT NULL,
  ended date,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
);
CREATE INDEX post_holding_person ON post_holding (school_id, person_id);
${shut('post_holding', {
  select: everyoneSignedIn,
  insert: `${on('worker', 'setup')} OR ${may('people.posts')}`,
  update: `${on('worker', 'setup')} OR ${may('people.posts')}`,
})}

CREATE TABLE absence (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL CHECK (to_at > from_at),
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
);
CREATE INDEX absence_person ON absence (school_id, person_id, to_at);
${shut('absence', {
  select: everyoneSignedIn,
  insert: `${on('worker', 'setup')} OR ${may('people.posts')} OR ${isMe('person_id')}`,
  update: `${on('worker', 'setup')} OR ${may('people.posts')} OR ${isMe('person_id')}`,
})}

CREATE TABLE school_calendar (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  calendar jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (school_id, id)
);
${shut('school_calendar', { select: 'true', insert: `${on('worker', 'setup')} OR ${may('people.posts')}` })}
`,
}
