import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { isId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { takeTask } from '../../communications/index.js'
import { policyStates } from '../../policy/index.js'
import { TodayPage } from '../pages/today.js'
import { myDay } from '../queries/my-day.js'
import { standingOf } from '../queries/standing.js'
import { giveBackTaskUrl, takeTaskUrl, todayUrl } from '../urls.js'
import { waysFor } from '../ways.js'

/** One person's day, and saying that one does a task of a post. */
export function todayRoutes(app: FastifyInstance, deps: Deps): void {
  const own = needs('signed-in')
  app.get(todayUrl.pattern, own, async (request, reply) => sendPage(reply, await todayPage(deps, request)))
  const take = (taken: boolean) => async (request: FastifyRequest) => {
    const { task } = request.params as { task: string }
    if (!isId(task)) throw new Refusal('not-found', 'This is done already, or is not yours to take.')
    await inSchool(deps.db, actorOf(request), (tx) => takeTask(tx, task, taken))
  }
  app.post(takeTaskUrl.pattern, own, async (request, reply) => {
    await take(true)(request)
    return seeOther(reply, todayUrl())
  })
  app.post(giveBackTaskUrl.pattern, own, async (request, reply) => {
    await take(false)(request)
    return seeOther(reply, todayUrl())
  })
}

async function todayPage(deps: Deps, request: FastifyRequest) {
  const actor = actorOf(request)
  const day = await reading(deps.db, actor, myDay)
  const policy = await policyFor(deps, request)
  const mayReport = actor.powers.has('concerns.report')
  return <TodayPage frame={await frameOf(request)} {...{ ...day, mayReport, policy, ways: waysFor(actor.powers) }} />
}

/** How the policy stands, and the three promises that most need one of my posts: broken before due, in its order. */
async function policyFor(deps: Deps, request: FastifyRequest) {
  const { powers, posts, schoolId } = actorOf(request)
  if (!powers.has('governance.counts')) return null
  const states = await policyStates(deps, schoolId, deps.db.clock.now())
  if (!states) return null
  const standing = standingOf(states)
  const findings = standing.parts
    .flatMap(({ clauses }) => clauses)
    .filter(({ state }) => state.findings.some(({ post }) => post !== null && posts.has(post)))
    .filter(({ state }) => state.verdict === 'broken' || state.verdict === 'due')
    .toSorted((a, b) => Number(b.state.verdict === 'broken') - Number(a.state.verdict === 'broken'))
  return { standing, findings: findings.slice(0, 3) }
}
