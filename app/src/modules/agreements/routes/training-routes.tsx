import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { personCards, rosterAt } from '../../people/index.js'
import { holdTraining } from '../commands/hold-training.js'
import { TrainingPage } from '../pages/training.js'
import { groupOf } from '../queries/chase-list.js'
import { trainingSessions } from '../queries/training.js'
import { trainingUrl } from '../urls.js'
import { fresh } from './asked.js'
import type { Again, Asked } from './asked.js'
import { dateTyped, fieldsOf } from './fields.js'

/** Awareness training: recorded once it was held, by those who keep agreements or by a class's teacher. */
export function trainingRoutes(app: FastifyInstance, deps: Deps): void {
  const teacher = needs('agreements.class')
  app.get(trainingUrl.pattern, teacher, (request, reply) => show({ request, reply, deps }, fresh))
  app.post(trainingUrl.pattern, teacher, (request, reply) => take(request, reply, deps))
}

const kinds = ['staff', 'governor', 'volunteer', 'contractor'] as const

/** The groups that the actor records training for: a teacher's own class, or every class and kind. */
async function groupsOf(tx: ReadTx) {
  const people = await rosterAt(tx)
  const me = people.find(({ id }) => id === tx.actor.personId)
  const mine = tx.actor.powers.has('agreements.keep')
    ? people.filter(({ kind }) => kind === 'pupil' || kinds.some((one) => one === kind))
    : people.filter(({ kind, class_code }) => kind === 'pupil' && class_code !== null && class_code === me?.class_code)
  return { people: mine, names: [...new Set(mine.map(groupOf))].toSorted() }
}

async function show({ request, reply, deps }: Asked, { typed, problems }: Again) {
  const problem = problems[0]?.sentence ?? null
  const asked = typed['group'] ?? (request.query as { group?: string }).group
  const props = await reading(deps.db, actorOf(request), async (tx) => {
    const { people, names } = await groupsOf(tx)
    const group = names.find((name) => name === asked) ?? names[0] ?? ''
    const held = await trainingSessions(tx)
    const cards = await personCards(
      tx,
      held.flatMap(({ absent }) => absent),
    )
    return {
      groups: names.map((value) => ({ value, text: value.replace('class ', '') })),
      group,
      people: people.filter((one) => groupOf(one) === group).map(({ id, name }) => ({ id, name })),
      sessions: held.map(({ title, held_on, there, absent, class_code }) => ({
        title: class_code ? `${title} (${class_code})` : title,
        day: dateInFull(held_on),
        there,
        absent: absent.map((id) => cards.get(id)?.name ?? 'somebody'),
      })),
    }
  })
  return sendPage(
    reply,
    <TrainingPage frame={await frameOf(request)} {...props} typed={typed} problem={problem} />,
    problem ? 400 : 200,
  )
}

async function take(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const fields = fieldsOf(request.body)
  const { group = '', title = '', day = '', absent = '' } = fields
  try {
    await inSchool(deps.db, actorOf(request), async (tx) => {
      const on = dateTyped(day)
      if (!on) throw new Refusal('invalid', 'Give the day on which it was held, such as 24 11 2026.', 'day')
      const { people } = await groupsOf(tx)
      const those = people.filter((one) => groupOf(one) === group)
      const classCode = group.startsWith('class ') ? group.slice('class '.length) : null
      const missed = absent.split(',') as PersonId[]
      await holdTraining(tx, {
        title: title || 'Awareness training',
        on,
        classCode,
        people: those,
        absent: those.map(({ id }) => id).filter((id) => missed.includes(id)),
      })
    })
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.kind !== 'invalid') throw fault
    return show({ request, reply, deps }, { typed: fields, problems: [{ field: 'day', sentence: fault.sentence }] })
  }
  return seeOther(reply, trainingUrl({ group }))
}
