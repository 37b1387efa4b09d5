import { on, shut } from '../db/row-security.js'

/**
 * What a browser that is setting a school up has answered so far, sealed. `school_id` is the id that the school may get:
 * there is no school yet. Drafts of one browser are cleared by the next through forget_setup_drafts(), since no actor
 * reaches beyond one school; the owner's policy is for that function, for forced row-level security binds the owner too.
 */
export const setupDraft = {
  id: '2026-11-26T1300-setup-draft',
  sql: `
CREATE TABLE setup_draft (
  school_id uuid PRIMARY KEY,
  sealed bytea NOT NULL,
  kept_until timestamptz NOT NULL
);
${shut('setup_draft', { select: on('setup'), insert: on('setup'), update: on('setup'), delete: on('setup') })}
CREATE POLICY setup_draft_seen ON setup_draft FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY setup_draft_cleared ON setup_draft FOR DELETE TO CURRENT_USER USING (true);

CREATE FUNCTION forget_setup_drafts(before timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public
AS 'DELETE FROM setup_draft WHERE kept_until < before';
REVOKE ALL ON FUNCTION forget_setup_drafts(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_setup_drafts(timestamptz) TO hedgerow_app;
`,
}
