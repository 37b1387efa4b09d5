import { route } from '../../web/urls.js'

/** Reporting, for people with an account. A draft's id also keeps a repeated submit from making two concerns. */
export const reportUrl = route('/report')
export const myReportsUrl = route('/report/mine')
export const reportStepUrl = route('/reports/:draft/:step')
export const keepDraftUrl = route('/reports/:draft/:step/keep')
export const dropDraftUrl = route('/reports/:draft/drop')
export const sentReportUrl = route('/reports/:draft/sent')
export const myReportUrl = route('/report/mine/:concern')

/** Reporting, for parents, visitors and neighbours. */
export const publicReportUrl = route('/report/:school')
export const publicReturnUrl = route('/report/:school/return')

/** The pupils' pages. */
export const botherUrl = route('/bother/:school')
export const botherPageUrl = route('/bother/:school/:page')

/** For those who decide. */
export const concernsUrl = route('/concerns')
export const searchUrl = route('/concerns/search')
export const concernUrl = route('/concerns/:concern')
export const concernActUrl = route('/concerns/:concern/:act')

/** Who can help, for everybody. */
export const helpHereUrl = route('/help')
export const helpUrl = route('/help/:school')
