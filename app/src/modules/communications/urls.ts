import { route } from '../../web/urls.js'

export const outboxUrl = route('/outbox')
export const remindersUrl = route('/account/reminders')
export const weeklyMailUrl = route('/account/reminders/weekly-mail')
export const makeCalendarUrl = route('/account/reminders/calendar')
export const endCalendarUrl = route('/account/reminders/calendar/close')
/** What a calendar program asks for. The secret is the person's; the file's name is for programs that look at it. */
export const calendarFileUrl = route('/calendar/:school/:secret/hedgerow.ics')
export const postersUrl = route('/posters')
export const posterUrl = route('/posters/:poster')
