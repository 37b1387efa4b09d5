import { route } from '../../web/urls.js'

/** The list of cases: mine, open or closed. */
export const casesUrl = route('/cases')
/** One case on one page. */
export const caseUrl = route('/cases/:case')
/** Its chronology to print. */
export const casePrintUrl = route('/cases/:case/print')
/** One referral to print, with only what the agency needs. */
export const referralPrintUrl = route('/cases/:case/agencies/:contact/print')
/** An act on a case, shown as a form and sent to the same address: 'entry', 'decision', 'close'… */
export const caseActUrl = route('/cases/:case/:act')
/** A step of the procedure: the one in hand, or one done that is to be corrected. */
export const caseStepUrl = route('/cases/:case/steps/:step')
/** A correction of one entry of the chronology. */
export const correctEntryUrl = route('/cases/:case/entries/:entry/correct')
/** The end of one action. */
export const finishActionUrl = route('/cases/:case/actions/:action')
/** Whether the adults of one child of the case are told. */
export const decideParentsUrl = route('/cases/:case/parents/:person')
/** A procedure of the policy in force, in plain English. */
export const procedureUrl = route('/policy/procedures/:procedure')
/** The same as a drawing. */
export const procedureDrawingUrl = route('/policy/procedures/:procedure/drawing.svg')
/** Leaving a step out, with the reason. */
export const skipStepUrl = route('/cases/:case/steps/:step/skip')
/** Another part for somebody in a case. */
export const changeRoleUrl = route('/cases/:case/people/:person/role')
/** The end of somebody's seeing a case by name. */
export const endSeeingUrl = route('/cases/:case/sharing/:person/end')
