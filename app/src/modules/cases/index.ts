/** What later modules may use of cases. */
export { caseClosed, caseOpened } from './events.js'
export { caseOf } from './queries/case-of.js'
export { caseUrl, casesUrl, procedureUrl } from './urls.js'
export type { CaseRow } from './schema.js'
