import { route } from '../../web/urls.js'

export const todayUrl = route('/today')
export const takeTaskUrl = route('/today/:task/take')
export const giveBackTaskUrl = route('/today/:task/give-back')
export const keptUrl = route('/policy/kept')
export const needsUrl = route('/policy/needs')
export const keptPartUrl = route('/policy/kept/part/:part')
/** All promises that one screen serves, where its foot has no room for them. */
export const servedUrl = route('/policy/served')
export const clauseUrl = route('/policy/kept/:clause')
export const countsUrl = route('/governance/counts')
export const journalUrl = route('/governance/journal')
