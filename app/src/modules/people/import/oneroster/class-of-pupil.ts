import type { IsoDate } from '../roster.js'
import { listOf, type OneRosterFolder, type OneRosterRecord, recordsOf } from './folder.js'

/** Answers the class of a pupil by source id: null when it is not clear which, undefined when the set does not say. */
export type ClassFinder = (user: string) => string | null | undefined

/**
 * A primary pupil's class is the homeroom; where a system marks none, the only class the pupil is in. Sets of lessons are no
 * class. Classes whose terms are all over, and places that have ended or been taken back, do not count.
 */
export function classFinder(folder: OneRosterFolder, today: IsoDate): ClassFinder {
  const classes = currentClasses(folder, today)
  const places = new Map<string, OneRosterRecord[]>()
  for (const place of recordsOf(folder, 'enrollments')) {
    if (place.get('role').toLowerCase() !== 'student' || isOver(place, today)) continue
    const user = place.get('userSourcedId')
    places.set(user, [...(places.get(user) ?? []), place])
  }
  return (user) => {
    if (classes.size === 0) return undefined
    const found = (places.get(user) ?? []).flatMap((place) => classes.get(place.get('classSourcedId')) ?? [])
    const homerooms = found.filter(({ homeroom }) => homeroom)
    const titles = new Set((homerooms.length > 0 ? homerooms : found).map(({ title }) => title))
    const [title] = titles
    if (titles.size === 1) return title
    return found.length > 0 ? null : undefined
  }
}

interface SchoolClass {
  readonly title: string
  readonly homeroom: boolean
}

function currentClasses(folder: OneRosterFolder, today: IsoDate): ReadonlyMap<string, SchoolClass> {
  const over = new Set(
    recordsOf(folder, 'academicsessions')
      .filter((session) => isOver(session, today))
      .map((session) => session.get('sourcedId')),
  )
  const current = recordsOf(folder, 'classes').filter((each) => {
    const terms = listOf(each.get('termSourcedIds'))
    return !isOver(each, today) && (terms.length === 0 || terms.some((term) => !over.has(term)))
  })
  return new Map(
    current.map((each) => [
      each.get('sourcedId'),
      {
        title: each.get('classCode') || each.get('title'),
        homeroom: each.get('classType').toLowerCase() === 'homeroom',
      },
    ]),
  )
}

/** Whether a record was taken back or its last day has passed. */
function isOver(record: OneRosterRecord, today: IsoDate): boolean {
  const end = record.get('endDate').slice(0, 10)
  return record.get('status').toLowerCase() === 'tobedeleted' || (end !== '' && end < today)
}
