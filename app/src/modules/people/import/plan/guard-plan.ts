import type { ExistingRoster } from '../existing.js'
import type { ImportedRoster } from '../people/import-setting.js'
import type { IsoDate, PersonKind } from '../roster.js'
import type { PeoplePlan } from './plan-people.js'
import type { PlanGuard } from './import-plan.js'

/** A seventh of a primary school leaves every summer; a fifth in one import is no ordinary day. */
const MANY = 1 / 5
/** Below this number nobody is asked: three of ten governors may go at one election. */
const MANY_AT_LEAST = 5

const PLURAL: Readonly<Record<PersonKind, string>> = {
  pupil: 'pupils',
  staff: 'staff',
  parent: 'parents and carers',
  governor: 'governors',
  volunteer: 'volunteers',
  contractor: 'contractors',
  visitor: 'visitors',
}

/** What about a plan is unlike an ordinary day, so that half a file, or the wrong one, cannot empty a school. */
export function guardPlan(
  existing: ExistingRoster,
  imported: ImportedRoster,
  people: PeoplePlan,
  today: IsoDate,
): readonly PlanGuard[] {
  return [
    ...imported.covers.flatMap((kind) => manyLeavers(kind, existing, people, today)),
    ...unsure(imported, people),
    ...strangers(existing, imported, people),
  ]
}

function manyLeavers(
  kind: PersonKind,
  existing: ExistingRoster,
  { end, change }: PeoplePlan,
  today: IsoDate,
): readonly PlanGuard[] {
  const here = existing.people.filter((person) => person.kind === kind && (!person.end || person.end > today)).length
  const ended = change.filter(
    ({ person, fields }) => person.kind === kind && fields.some(({ field, to }) => field === 'end' && to !== null),
  )
  const leaving = end.filter(({ person }) => person.kind === kind).length + ended.length
  if (leaving < MANY_AT_LEAST || leaving < here * MANY) return []
  const sentence = `This import would end ${leaving} of ${here} ${PLURAL[kind]}. If the file does not hold all of them, say so instead: then nobody is ended.`
  return [{ guard: 'many-leavers', sentence }]
}

function unsure({ unidentified }: ImportedRoster, { end }: PeoplePlan): readonly PlanGuard[] {
  if (unidentified === 0 || end.length === 0) return []
  const lines = unidentified === 1 ? 'One wrong line does not' : `${unidentified} wrong lines do not`
  const sentence = `${lines} say whom they are about, so some of the ${end.length} people to be ended may be on them. Correct the file first, or look at each leaver.`
  return [{ guard: 'leavers-unsure', sentence }]
}

/** Everybody new and nobody known again, beside people of that system: another school's file, or another column of ids. */
function strangers(
  existing: ExistingRoster,
  imported: ImportedRoster,
  { add, change, same }: PeoplePlan,
): readonly PlanGuard[] {
  const ours = existing.people.filter(
    ({ source, kind }) => source?.system === imported.system && imported.covers.includes(kind),
  )
  if (ours.length < MANY_AT_LEAST || add.length < MANY_AT_LEAST || change.length + same > 0) return []
  const sentence = `None of the ${ours.length} people imported before is in this file. Check that it is this school’s, and that the column of ids is the same as last time.`
  return [{ guard: 'nobody-known', sentence }]
}
