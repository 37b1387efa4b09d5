import { route } from '../../web/urls.js'

export const peopleUrl = route('/people')
export const importUrl = route('/people/import')
export const reviewImportUrl = route('/people/import/review')
export const importProgressUrl = route('/people/import/progress')
export const importColumnsUrl = route('/people/import/columns')
export const calendarUrl = route('/people/calendar')
export const setCalendarUrl = route('/people/calendar/change')
export const newPersonUrl = route('/people/new')
export const personUrl = route('/people/:person')
export const correctPersonUrl = route('/people/:person/correct')
