import type { SchoolCalendar } from './school-calendar.js'

/**
 * A fictional school's two years, used by tests here and in other modules: three terms a year with half terms, INSET days,
 * a snow day and an early finish. Nothing is entered after 21 July 2028.
 */
export const exampleCalendar: SchoolCalendar = {
  terms: [
    { name: 'Autumn 2026', from: '2026-09-03', to: '2026-12-18' },
    { name: 'Spring 2027', from: '2027-01-04', to: '2027-03-25' },
    { name: 'Summer 2027', from: '2027-04-12', to: '2027-07-21' },
    { name: 'Autumn 2027', from: '2027-09-02', to: '2027-12-17' },
    { name: 'Spring 2028', from: '2028-01-04', to: '2028-03-31' },
    { name: 'Summer 2028', from: '2028-04-18', to: '2028-07-21' },
  ],
  closures: [
    { from: '2026-10-26', to: '2026-10-30', why: 'Half term' },
    { from: '2026-11-02', to: '2026-11-02', why: 'INSET day' },
    { from: '2027-01-20', to: '2027-01-20', why: 'Snow' },
    { from: '2027-02-15', to: '2027-02-19', why: 'Half term' },
    { from: '2027-05-31', to: '2027-06-04', why: 'Half term' },
    { from: '2027-10-25', to: '2027-10-29', why: 'Half term' },
    { from: '2028-02-21', to: '2028-02-25', why: 'Half term' },
    { from: '2028-05-29', to: '2028-06-02', why: 'Half term' },
  ],
  hours: { opens: '08:40', closes: '15:20', byWeekday: { friday: { opens: '08:40', closes: '14:20' } } },
  shortDays: [{ on: '2026-12-18', closes: '13:30', why: 'End of term' }],
}
