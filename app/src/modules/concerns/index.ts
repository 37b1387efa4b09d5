/** What later modules may use of concerns. */
export { reportConcern } from './commands/report-concern.js'
export type { Report, Reported, ReportedPerson } from './commands/report-concern.js'
export { concernJoined, concernReported, concernResighted, concernTakenUp, reporterAnswered } from './events.js'
export { newReference } from './reference.js'
