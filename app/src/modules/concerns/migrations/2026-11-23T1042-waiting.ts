import { inSight, shut, sightColumns } from '../../../kernel/db/row-security.js'

const mySchool = `current_setting('hedgerow.school')::uuid`
const me = `nullif(current_setting('hedgerow.person'), '')::uuid`
const definer = (table: string): string =>
  `CREATE POLICY ${table}_definer ON ${table} FOR SELECT TO CURRENT_USER USING (true);`
const open = (signature: string): string =>
  `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;\nGRANT EXECUTE ON FUNCTION ${signature} TO hedgerow_app;`

/**
 * What waits, who was told, what somebody reported, and search. Two questions go through functions of the database's
 * owner: a reporter's own list, because a reporter is not in the sight of their concern and sees only how it stands; and
 * search, because under row-level security no text index is used. Both name the school and the sight themselves.
 */
export const waiting = {
  id: '2026-11-23T1042-waiting',
  sql: `
ALTER TABLE concern ADD COLUMN next_due timestamptz, ADD COLUMN about_posts text[] NOT NULL DEFAULT '{}';
CREATE INDEX concern_next_due ON concern (school_id, next_due, id) WHERE next_due IS NOT NULL;
CREATE INDEX concern_new ON concern (school_id, post) WHERE state = 'new';
${definer('concern')}
${definer('statement')}
${definer('concern_clock')}
${definer('concern_person')}

CREATE TABLE concern_told (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  concern_id uuid NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  why text NOT NULL,
  at timestamptz NOT NULL,
  ${sightColumns},
  PRIMARY KEY (school_id, id)
);
CREATE INDEX concern_told_concern ON concern_told (school_id, concern_id);
${shut('concern_told', { select: inSight, insert: 'true', update: inSight })}

CREATE FUNCTION my_reports(most integer) RETURNS TABLE (id uuid, reference text, state text, urgency text,
  reported_at timestamptz, post text, pack_hash text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT c.id, c.reference, c.state, c.urgency, c.reported_at, c.post, c.pack_hash,
    (SELECT min(k.due_at) FROM concern_clock k WHERE k.school_id = c.school_id AND k.concern_id = c.id)
  FROM concern c
  WHERE c.school_id = ${mySchool} AND c.reporter_id = ${me} AND NOT c.never_persons @> ARRAY[${me}]
  ORDER BY c.id DESC LIMIT most
$$;
${open('my_reports(integer)')}

CREATE FUNCTION my_words(concern uuid) RETURNS TABLE (id uuid, kind text, words text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT s.id, s.kind, s.words, s.at FROM statement s
  WHERE s.school_id = ${mySchool} AND s.concern_id = concern AND s.by_person = ${me}
    AND s.kind IN ('report', 'addition') AND NOT s.never_persons @> ARRAY[${me}]
  ORDER BY s.id
$$;
${open('my_words(uuid)')}

ALTER TABLE statement ADD COLUMN sought tsvector GENERATED ALWAYS AS (to_tsvector('english', words)) STORED;
CREATE INDEX statement_sought ON statement USING gin (sought);

CREATE FUNCTION search_statements(terms text, newest integer) RETURNS TABLE (concern_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  query tsquery := websearch_to_tsquery('english', terms);
  candidates uuid[];
BEGIN
  IF numnode(query) = 0 THEN RETURN; END IF;
  SELECT array_agg(found.id) INTO candidates FROM (
    SELECT s.id FROM statement s WHERE s.school_id = ${mySchool} AND s.sought @@ query LIMIT newest + 1) found;
  IF coalesce(array_length(candidates, 1), 0) <= newest THEN
    RETURN QUERY SELECT s.concern_id FROM statement s
      WHERE s.school_id = ${mySchool} AND s.id = ANY (candidates) AND ${inSight};
  ELSE
    RETURN QUERY SELECT s.concern_id FROM (
      SELECT * FROM statement t WHERE t.school_id = ${mySchool} ORDER BY t.id DESC LIMIT newest) s
      WHERE s.sought @@ query AND ${inSight};
  END IF;
END $$;
${open('search_statements(text, integer)')}
`,
}
