import { inSight } from '../../../kernel/db/row-security.js'

const mySchool = `current_setting('hedgerow.school')::uuid`

/**
 * The inbox reads only the rows it shows, however many wait: its parts have indexes of their own, in the order of the
 * list. Search looks at the newest two hundred statements first, where a common word fills its page at once; only what
 * is not found there is looked for everywhere. Sight is asked last and only of what matched: it costs more than the word.
 */
export const inboxAndSearch = {
  id: '2026-11-26T0420-inbox-and-search',
  sql: `
CREATE INDEX concern_waits_new ON concern (school_id, next_due, id) WHERE state = 'new' AND next_due IS NOT NULL;
CREATE INDEX concern_waits_taken ON concern (school_id, next_due, id) WHERE state <> 'new' AND next_due IS NOT NULL;
CREATE INDEX concern_settled ON concern (school_id, id) WHERE next_due IS NULL;
DROP INDEX concern_new;

DROP FUNCTION search_statements(text, integer);
CREATE FUNCTION search_statements(terms text, newest integer, enough integer) RETURNS TABLE (concern_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  query tsquery := (
    SELECT to_tsquery('english', coalesce(string_agg(word || CASE WHEN length(word) > 2 THEN ':*' ELSE '' END, ' & '), ''))
    FROM regexp_split_to_table(lower(terms), '[^[:alnum:]]+') AS word WHERE word <> '');
  candidates uuid[];
BEGIN
  IF numnode(query) = 0 THEN RETURN; END IF;
  SELECT array_agg(DISTINCT s.concern_id) INTO candidates FROM (
    SELECT * FROM statement t WHERE t.school_id = ${mySchool} ORDER BY t.id DESC LIMIT 200) s
    WHERE CASE WHEN s.sought @@ query THEN ${inSight} ELSE false END;
  IF cardinality(candidates) >= enough THEN
    RETURN QUERY SELECT unnest(candidates);
    RETURN;
  END IF;
  SELECT array_agg(found.id) INTO candidates FROM (
    SELECT s.id FROM statement s WHERE s.school_id = ${mySchool} AND s.sought @@ query LIMIT newest + 1) found;
  IF coalesce(cardinality(candidates), 0) <= newest THEN
    RETURN QUERY SELECT s.concern_id FROM statement s
      WHERE s.school_id = ${mySchool} AND s.id = ANY (candidates) AND ${inSight};
  ELSE
    RETURN QUERY SELECT s.concern_id FROM (
      SELECT * FROM statement t WHERE t.school_id = ${mySchool} ORDER BY t.id DESC LIMIT newest) s
      WHERE CASE WHEN s.sought @@ query THEN ${inSight} ELSE false END;
  END IF;
END $$;
REVOKE ALL ON FUNCTION search_statements(text, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_statements(text, integer, integer) TO hedgerow_app;
`,
}
