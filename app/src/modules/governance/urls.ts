import { route } from '../../web/urls.js'

export const todayUrl = route('/today')
export const keptUrl = route('/policy/kept')
export const clauseUrl = route('/policy/kept/:clause')
export const countsUrl = route('/governance/counts')
export const journalUrl = route('/governance/journal')
