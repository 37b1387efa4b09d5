import { inSight } from '../../../kernel/db/row-security.js'

const mySchool = `current_setting('hedgerow.school')::uuid`

/**
 * Search by the beginnings of words: 'threat' finds 'threatened', which English stemming alone keeps apart. Every word
 * must be there. A rare search is looked for in everything; a common one in the newest statements only, because to
 * order all it finds would take as long as there are statements.
 */
export const searchBeginnings = {
  id: '2026-11-23T1044-search-beginnings',
  sql: `
CREATE OR REPLACE FUNCTION search_statements(terms text, newest integer) RETURNS TABLE (concern_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  query tsquery := (
    SELECT to_tsquery('english', coalesce(string_agg(word || CASE WHEN length(word) > 2 THEN ':*' ELSE '' END, ' & '), ''))
    FROM regexp_split_to_table(lower(terms), '[^[:alnum:]]+') AS word WHERE word <> '');
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
`,
}
