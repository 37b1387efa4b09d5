import { on, shut } from '../db/row-security.js'

/**
 * Schools. The one table that lists across schools does so through school_directory(), which gives what a front page
 * shows and nothing else. The owner's policy is for that function: forced row-level security binds the owner too.
 */
export const school = {
  id: '2026-11-23T0900-school',
  sql: `
CREATE TABLE school (
  school_id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  example boolean NOT NULL DEFAULT false,
  accent text,
  phone text,
  created_at timestamptz NOT NULL
);
${shut('school', { select: 'true', insert: on('setup'), update: on('setup', 'web') })}
CREATE POLICY school_definer ON school FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION school_directory() RETURNS TABLE (school_id uuid, slug text, name text, example boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
AS 'SELECT school_id, slug, name, example FROM school ORDER BY created_at';
REVOKE ALL ON FUNCTION school_directory() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION school_directory() TO hedgerow_app;

CREATE TABLE request_key (
  school_id uuid NOT NULL,
  key text NOT NULL,
  person text NOT NULL,
  outcome jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, key)
);
${shut('request_key', {
  select: `person = current_setting('hedgerow.person')`,
  insert: `person = current_setting('hedgerow.person')`,
  update: `person = current_setting('hedgerow.person')`,
  delete: on('worker'),
})}
`,
}
