import { route } from '../../web/urls.js'

export const todayUrl = route('/today')
export const keptUrl = route('/policy/kept')
export const needsUrl = route('/policy/needs')
export const keptPartUrl = route('/policy/kept/part/:part')
export const clauseUrl = route('/policy/kept/:clause')
export const countsUrl = route('/governance/counts')
export const journalUrl = route('/governance/journal')
