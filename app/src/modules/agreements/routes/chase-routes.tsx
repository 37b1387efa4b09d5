import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { newId } from '../../../kernel/ids.js'
import { thisSchool } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { rosterAt } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { sendLink, writeLetter } from '../commands/invitations.js'
import { sign } from '../commands/sign.js'
import { stateWords } from '../gate.js'
import { ChasePage, LettersPage } from '../pages/chase.js'
import { chaseList, groupOf, parentsToAsk } from '../queries/chase-list.js'
import * as urls from '../urls.js'
import { fieldsOf } from './fields.js'

const keeper = needs('agreements.keep')

/** Who has not signed, and the ways to reach them. */
export function chaseRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.chaseUrl.pattern, keeper, (request, reply) => showChase(request, reply, deps))
  app.post(urls.chaseUrl.pattern, keeper, (request, reply) => signForSchool(request, reply, deps))
  app.post(urls.linksUrl.pattern, keeper, (request, reply) => sendLinks(request, reply, deps))
  app.post(urls.lettersUrl.pattern, keeper, (request, reply) => printLetters(request, reply, deps))
}

const kindWords: Readonly<Record<string, string>> = {
  staff: 'Staff',
  governor: 'Governors',
  volunteer: 'Volunteers',
  contractor: 'Contractors',
  visitor: 'Visitors',
  parent: 'Parents',
}

async function showChase(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const asked = (request.query as { group?: string }).group
  const props = await reading(deps.db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const owing = await chaseList(tx, pack)
    const names = [...new Set(owing.map(({ person }) => groupOf(person)))].toSorted()
    const group = names.find((name) => name === asked) ?? names[0] ?? ''
    const mine = owing.filter(({ person }) => groupOf(person) === group)
    const count = (name: string) => owing.filter(({ person }) => groupOf(person) === name).length
    return {
      groups: names.map((value) => ({
        value,
        text: `${kindWords[value] ?? value.replace('class ', 'Class ')} (${count(value)})`,
      })),
      group,
      total: owing.length,
      links: (await parentsToAsk(tx, mine)).length,
      schoolOwes: mine.flatMap(({ owes }) => owes).filter(({ standing }) => standing.owed.includes('school')).length,
      lines: mine.map(({ person, owes }) => ({
        id: person.id,
        name: person.name,
        about: person.class_code ?? kindWords[person.kind] ?? '',
        owes: owes.map(({ agreement, standing }) => ({
          title: agreement.title,
          state: stateWords(standing),
          over: !standing.open && agreement.opens.length > 0,
        })),
      })),
    }
  })
  return sendPage(reply, <ChasePage frame={await frameOf(request)} {...props} />)
}

/** Those of one group who owe, as the form that was sent names it. */
async function owingOf(tx: Parameters<typeof chaseList>[0], request: FastifyRequest) {
  const { group = '' } = fieldsOf(request.body)
  const { pack } = await activePack(tx)
  return { group, owing: (await chaseList(tx, pack)).filter(({ person }) => groupOf(person) === group) }
}

async function sendLinks(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { group, sent } = await inSchool(deps.db, actorOf(request), async (tx) => {
    const { group: name, owing } = await owingOf(tx, request)
    const asked = await parentsToAsk(tx, owing)
    for (const { child, adult } of asked) await sendLink(tx, deps.keys, child, adult)
    return { group: name, sent: asked.length }
  })
  sayNext(reply, { kind: 'done', text: `${sent} links are on their way. Each works once, for four weeks.` })
  return seeOther(reply, urls.chaseUrl({ group }))
}

async function printLetters(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const props = await inSchool(deps.db, actorOf(request), async (tx) => {
    const { group, owing } = await owingOf(tx, request)
    const families = owing.filter(({ owes }) => owes.some(({ standing }) => standing.owed.includes('parent')))
    const letters: { first: string; code: string }[] = []
    for (const { person } of families)
      letters.push({ first: person.first, code: (await writeLetter(tx, deps.keys, person.id)).code })
    const { name, slug, phone } = await thisSchool(tx)
    const address = `${deps.publicUrl}${urls.parentCodeUrl({ school: slug })}`
    const until = dateInFull(londonDate(tx.now.add({ hours: 28 * 24 })))
    return { school: name, phone, className: group.replace('class ', ''), address, until, letters }
  })
  return sendPage(reply, <LettersPage frame={await frameOf(request)} {...props} />)
}

/** The third side of a home-school agreement: one act of a named person for every child of the group. */
async function signForSchool(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const group = await inSchool(deps.db, actor, async (tx) => {
    const { group: name, owing } = await owingOf(tx, request)
    const [me] = actor.personId ? await rosterAt(tx, { ids: [actor.personId] }) : []
    for (const { agreement, person, standing } of owing.flatMap(({ owes }) => owes))
      if (me && standing.owed.includes('school'))
        await sign(tx, deps.keys, {
          key: newId(),
          agreement: agreement.id,
          language: 'en',
          subject: person.id,
          aboutPupil: true,
          role: 'school',
          signer: me.id,
          signerName: me.name,
          method: 'own-device',
        })
    return name
  })
  sayNext(reply, { kind: 'done', text: 'Signed for the school.' })
  return seeOther(reply, urls.chaseUrl({ group }))
}
