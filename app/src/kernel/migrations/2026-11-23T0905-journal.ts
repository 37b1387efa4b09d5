import { inSight, on, shut, sightColumns } from '../db/row-security.js'

/**
 * The journal. An entry is written in the transaction of the act it records; journal_waiting names it until the
 * sealer has linked it, so that writers never queue behind one another for the end of the chain. The application can
 * change nothing of an entry but who may see it, and nothing at all of a link.
 */
export const journal = {
  id: '2026-11-23T0905-journal',
  sql: `
CREATE TABLE journal_entry (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid,
  posts text[] NOT NULL,
  channel text NOT NULL,
  act text NOT NULL,
  about_table text NOT NULL,
  about_id uuid NOT NULL,
  details jsonb NOT NULL,
  content_digest bytea,
  digest bytea NOT NULL,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX journal_entry_about ON journal_entry (school_id, about_table, about_id, id);
${shut('journal_entry', { select: inSight, insert: 'true' })}
GRANT UPDATE (sight_posts, sight_persons, never_persons) ON journal_entry TO hedgerow_app;
CREATE POLICY journal_entry_update ON journal_entry FOR UPDATE TO hedgerow_app
  USING (school_id = current_setting('hedgerow.school')::uuid AND ${inSight})
  WITH CHECK (school_id = current_setting('hedgerow.school')::uuid);

CREATE TABLE journal_waiting (
  school_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  PRIMARY KEY (school_id, entry_id)
);
${shut('journal_waiting', { select: on('worker'), insert: 'true', delete: on('worker') })}
CREATE POLICY journal_waiting_definer ON journal_waiting FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION schools_with_journal_waiting() RETURNS TABLE (school_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
AS 'SELECT DISTINCT school_id FROM journal_waiting';
REVOKE ALL ON FUNCTION schools_with_journal_waiting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION schools_with_journal_waiting() TO hedgerow_app;

CREATE TABLE journal_link (
  school_id uuid NOT NULL,
  position bigint NOT NULL,
  entry_id uuid NOT NULL,
  digest bytea NOT NULL,
  hash bytea NOT NULL,
  seal bytea NOT NULL,
  PRIMARY KEY (school_id, position),
  UNIQUE (school_id, entry_id)
);
${shut('journal_link', { select: on('worker'), insert: on('worker') })}
`,
}
