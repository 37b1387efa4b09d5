import { isMe, on } from '../../../kernel/db/row-security.js'

/** To delete old drafts the worker must see them: PostgreSQL asks for the right to read whatever a condition reads. */
export const forgettableDrafts = {
  id: '2026-11-23T1046-forget-drafts',
  sql: `
ALTER POLICY draft_select ON draft
  USING (school_id = current_setting('hedgerow.school')::uuid AND (${isMe('person_id')} OR ${on('worker')}));
`,
}
