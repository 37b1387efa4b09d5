import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { academicYear } from '../../../kernel/calendar/academic-year.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { peopleOf } from '../../people/index.js'
import { announceVersion, confirmReading, recordSession } from '../commands/record-reach.js'
import { isPublic } from '../commands/set-publication.js'
import { LetterPage, ReachPage } from '../pages/reach.js'
import { activePack } from '../queries/active-pack.js'
import { openDraft } from '../queries/drafts.js'
import { reachOf, receiptsOfPerson } from '../queries/receipts.js'
import { sessionsOver } from '../queries/sessions.js'
import { versionInForce } from '../queries/versions.js'
import type { Version } from '../queries/versions.js'
import type { ReachTables } from '../reach-schema.js'
import { announceForm, classForm, sessionForm } from '../reach/forms.js'
import { announceUrl, classUrl, draftUrl, letterUrl, publicPolicyUrl, reachUrl, readUrl, sessionUrl } from '../urls.js'
import { formRoute } from './form-route.js'

const staffAndGovernors = ['staff', 'governor'] as const
const anyStaff = 'any-staff' as PostId
const anyPupil = 'any-pupil' as PostId

async function present(tx: ReadTx): Promise<Version> {
  const version = await versionInForce(tx)
  if (!version) throw new Refusal('conflict', 'This school has no policy in force yet.')
  return version
}

/** Whom the policy has reached: who has it, sessions, classes, letters. */
export function reachRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(reachUrl.pattern, needs('policy.read'), async (request, reply) =>
    sendPage(reply, await reachPage(deps, request)),
  )
  app.post(readUrl.pattern, needs('policy.read'), async (request, reply) => {
    await inSchool(deps.db, actorOf(request), async (tx) => confirmReading(tx, (await present(tx)).hash))
    return seeOther(reply, reachUrl())
  })
  app.get(letterUrl.pattern, needs('policy.read'), async (request, reply) =>
    sendPage(reply, await letterPage(deps, request)),
  )
  recordings(app, deps)
  classesAndLetters(app, deps)
}

async function reachPage(deps: Deps, request: FastifyRequest) {
  const actor = actorOf(request)
  const mayList = actor.posts.has(anyStaff)
  const props = await reading(deps.db, actor, async (tx) => {
    const { number, hash } = await present(tx)
    const { pack } = await activePack(tx)
    const mine = actor.personId ? (await receiptsOfPerson(tx, actor.personId)).filter((one) => one.hash === hash) : []
    const people = mayList ? await reachOf(tx, { hash, kinds: staffAndGovernors, asOf: tx.now }) : []
    const sessions = await sessionsOver(tx, hash)
    const told = await tables<ReachTables>(tx)
      .selectFrom('policy_announcement')
      .selectAll()
      .where('hash', '=', hash)
      .execute()
    return {
      version: number,
      today: londonDate(tx.now),
      mine: Object.fromEntries(mine.map((receipt) => [receipt.fact, receipt])),
      people,
      classes: mayList ? await classesMet(tx) : [],
      sessions: sessions.map((session) => ({
        ...session,
        absent:
          session.audience === anyStaff && session.kind !== 'induction'
            ? people.filter(({ kind, facts }) => kind === 'staff' && !facts.discussed).length
            : 0,
      })),
      told: told.map((one) => ({ ...one, title: titleOfPost(pack, one.audience) })),
    }
  })
  const may = { write: actor.powers.has('policy.write'), record: mayList }
  return <ReachPage frame={await frameOf(request)} {...props} may={may} />
}

/** Every class, and the day on which it met the policy this school year, whichever version it was. */
async function classesMet(tx: ReadTx) {
  const codes = [...new Set((await peopleOf(tx, ['pupil'])).flatMap(({ classCode }) => classCode ?? []))].toSorted(
    (a, b) => a.localeCompare(b),
  )
  const { from } = academicYear(londonDate(tx.now))
  const met = await tables<ReachTables>(tx)
    .selectFrom('policy_session')
    .select(['class_code', 'held_on'])
    .where('class_code', 'is not', null)
    .where('held_on', '>=', from)
    .execute()
  const held = new Map(met.map(({ class_code, held_on }) => [class_code, held_on]))
  return codes.map((code) => ({ code, held: held.get(code) ?? null }))
}

async function letterPage(deps: Deps, request: FastifyRequest) {
  const props = await reading(deps.db, actorOf(request), async (tx) => {
    const { number, from, differences } = await present(tx)
    const { name, slug } = await thisSchool(tx)
    const address = (await isPublic(tx)) ? new URL(publicPolicyUrl({ school: slug }), deps.publicUrl).toString() : null
    return { school: name, version: number, from, changes: differences, address }
  })
  return <LetterPage frame={await frameOf(request)} {...props} />
}

function recordings(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: sessionUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { query }) => {
      const people = await peopleOf(tx, ['staff', 'volunteer', 'contractor'])
      const form = sessionForm(
        people.map(({ id, name, jobTitle }) => ({
          value: id as string,
          text: jobTitle ? `${name}, ${jobTitle}` : name,
        })),
      )
      const next = query['text'] === 'next'
      return {
        form,
        title: next ? 'The next version was talked through' : 'Record a session',
        back: next ? draftUrl() : reachUrl(),
        button: 'Record it',
      }
    },
    act: async (tx, { kind, heldOn, points, present: there }, { query }) => {
      const hash = query['text'] === 'next' ? (await openDraft(tx))?.content_hash : (await present(tx)).hash
      if (!hash) throw new Refusal('conflict', 'The next version has to be submitted first.')
      await recordSession(tx, {
        hash,
        kind,
        audience: anyStaff,
        class_code: null,
        held_on: heldOn,
        points,
        understood: null,
        present: there as readonly string[] as readonly PersonId[],
      })
    },
    leadsTo: ({ query }) => (query['text'] === 'next' ? draftUrl() : reachUrl()),
  })
}

function classesAndLetters(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: classUrl.pattern,
    access: 'people.search',
    ask: async (tx, { query }) => {
      const pupils = await classOf(tx, query['class'])
      const form = classForm(pupils.map(({ id, name }) => ({ value: id as string, text: name })))
      return {
        form,
        title: `${query['class'] ?? ''} met the policy`,
        intro: 'Use the page for children, or the sheet. It takes ten minutes.',
        back: reachUrl(),
        button: 'Record it',
      }
    },
    act: async (tx, { kind, heldOn, understood, absent }, { query }) => {
      const away = new Set<string>(absent)
      const there = (await classOf(tx, query['class'])).filter(({ id }) => !away.has(id)).map(({ id }) => id)
      const { hash } = await present(tx)
      await recordSession(tx, {
        hash,
        kind,
        audience: anyPupil,
        class_code: query['class'] ?? null,
        held_on: heldOn,
        points: 'The children’s version',
        understood,
        present: there,
      })
    },
    leadsTo: () => reachUrl(),
  })
  formRoute(app, deps, {
    pattern: announceUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { query }) => {
      const { pack } = await activePack(tx)
      const audiences = pack.audiences.map(({ id, title }) => ({ value: id as string, text: title }))
      return {
        form: announceForm(audiences),
        typed: { audience: query['audience'] ?? '' },
        title: 'Record that people were told',
        intro: 'Everybody of this audience gets the fact that they were given this version, with the day and the way.',
        back: reachUrl(),
        button: 'Record it',
      }
    },
    act: async (tx, { audience, channel, on }) =>
      announceVersion(tx, {
        hash: (await present(tx)).hash,
        audience: audience as PostId,
        channel,
        on: Temporal.PlainDate.from(on),
      }),
    leadsTo: () => reachUrl(),
  })
}

async function classOf(tx: ReadTx, code: string | undefined) {
  const pupils = (await peopleOf(tx, ['pupil'])).filter(({ classCode }) => classCode !== null && classCode === code)
  if (pupils.length === 0) throw new Refusal('not-found', 'There is no such class.')
  return pupils
}
