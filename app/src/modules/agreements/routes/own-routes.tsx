import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { askedOf } from '../../../engine/agreements/standing.js'
import {
  changedClauses,
  hashOfText,
  languageName,
  languagesOf,
  senseOf,
  textOf,
  unsignedOf,
} from '../../../engine/agreements/text.js'
import { messagesLackedBy } from '../../../engine/packs/checks/agreements-hold.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { rosterAt } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { sayNo } from '../commands/say-no.js'
import { acceptSignature, signOffText } from '../commands/signature-acts.js'
import { agreementIn, sign } from '../commands/sign.js'
import { stateWords } from '../gate.js'
import { OverviewPage } from '../pages/overview.js'
import { SignPage } from '../pages/sign.js'
import { TextPage } from '../pages/text.js'
import { signedText } from '../queries/signed-text.js'
import { standingsOf } from '../queries/standings.js'
import type { AgreementTables, FactKind } from '../schema.js'
import * as urls from '../urls.js'
import { wordsIn } from '../words.js'
import { fresh } from './asked.js'
import type { Again, Asked } from './asked.js'
import { answersIn, fieldsOf, idFrom, keyOf } from './fields.js'

type ForAgreement = FastifyRequest<{ Params: { agreement: string }; Querystring: { language?: string } }>
type ForSignature = FastifyRequest<{ Params: { signature: string } }>

/** Reading agreements, and signing one's own. */
export function ownRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.agreementsUrl.pattern, needs('signed-in'), (request, reply) => showOverview(request, reply, deps))
  app.get(urls.textUrl.pattern, needs('signed-in'), (request: ForAgreement, reply) => showText(request, reply, deps))
  app.post(urls.signOffUrl.pattern, needs('signed-in'), async (request: ForAgreement, reply) => {
    await inSchool(deps.db, actorOf(request), (tx) => signOffText(tx, request.params.agreement))
    sayNext(reply, { kind: 'done', text: 'Kept: this text suits its readers.' })
    return seeOther(reply, urls.textUrl({ agreement: request.params.agreement }))
  })
  app.get(urls.signUrl.pattern, needs('signed-in'), (request: ForAgreement, reply) =>
    showSign({ request, reply, deps }, fresh),
  )
  app.post(urls.signUrl.pattern, needs('signed-in'), (request: ForAgreement, reply) => takeSign(request, reply, deps))
  app.post(urls.acceptUrl.pattern, needs('signed-in'), async (request: ForSignature, reply) => {
    const signature = idFrom(request.params.signature)
    await inSchool(deps.db, actorOf(request), (tx) => acceptSignature(tx, signature))
    return seeOther(reply, urls.receiptUrl({ signature }))
  })
}

async function showOverview(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const has = (power: string) => actor.powers.has(power)
  const props = await reading(deps.db, actor, async (tx) => {
    const { pack } = await activePack(tx)
    const people = has('agreements.keep') ? await rosterAt(tx) : []
    const all = has('agreements.keep') ? await standingsOf(tx, pack, people) : []
    const mine = await myStandings(tx)
    const texts = pack.agreements.map(({ id, title }) => {
      const asked = all.filter(({ agreement }) => agreement.id === id)
      const count = (...states: string[]) => asked.filter(({ standing }) => states.includes(standing.state)).length
      return { id, title, asked: asked.length, signed: count('in-force'), refused: count('refused', 'withdrawn') }
    })
    return { mine, texts, verify: urls.verifyUrl({ school: (await thisSchool(tx)).slug }) }
  })
  const may = { keep: has('agreements.keep'), grant: has('agreements.grant'), haveClass: has('agreements.class') }
  return sendPage(reply, <OverviewPage frame={await frameOf(request)} {...props} figures={may.keep} may={may} />)
}

async function myStandings(tx: ReadTx) {
  const { personId } = tx.actor
  if (!personId) return []
  const { pack } = await activePack(tx)
  const standings = await standingsOf(tx, pack, await rosterAt(tx, { ids: [personId] }))
  return standings
    .filter(({ agreement }) => agreement.signers.includes('self'))
    .map(({ agreement, standing }) => ({
      id: agreement.id,
      title: agreement.title,
      state: stateWords(standing),
      done: standing.state === 'in-force' || (standing.state === 'waiting' && !standing.owed.includes('self')),
      receipt: standing.latest?.id ?? null,
    }))
}

async function showText(request: ForAgreement, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const props = await reading(deps.db, actor, async (tx) => {
    const { pack } = await activePack(tx)
    const agreement = agreementIn(pack, request.params.agreement)
    const text = textOf(agreement, request.query.language ?? 'en')
    const suits = await tables<AgreementTables>(tx)
      .selectFrom('agreement_sign_off')
      .select('at')
      .where('agreement', '=', agreement.id)
      .where('sense', '=', senseOf(agreement))
      .executeTakeFirst()
    const suitable = agreement.suitable ?? ('headteacher' as NonNullable<typeof agreement.suitable>)
    const facts = [
      { key: 'Version', value: agreement.version },
      { key: 'Languages', value: languagesOf(agreement).map(languageName).join(', ') },
      {
        key: 'Suits its readers',
        value: suits
          ? `Said by the ${titleOfPost(pack, suitable)}, ${dateInFull(londonDate(suits.at))}`
          : `Not said yet by the ${titleOfPost(pack, suitable)}`,
      },
    ]
    const lacks = messagesLackedBy(pack, agreement).map(({ title }) => title)
    const maySignOff = !suits && actor.posts.has(suitable)
    return {
      text,
      hash: hashOfText(text),
      languages: languagesOf(agreement),
      facts,
      lacks,
      maySignOff,
      unsigned: unsignedOf(agreement, text.language),
    }
  })
  return sendPage(reply, <TextPage frame={await frameOf(request)} {...props} />)
}

async function showSign({ request, reply, deps }: Asked<ForAgreement>, { typed, problems }: Again) {
  const actor = actorOf(request)
  const language = typed['language'] ?? request.query.language ?? 'en'
  const { agreement, changed } = await reading(deps.db, actor, async (tx) => ownAgreement(tx, request.params.agreement))
  const text = textOf(agreement, language)
  const props = {
    text,
    words: wordsIn(text.language),
    action: urls.signUrl({ agreement: agreement.id }),
    hidden: { key: typed['key'] ?? newId(), language: text.language },
    facts: agreement.facts ?? [],
    unsigned: unsignedOf(agreement, text.language),
    changed,
    typed,
    problems,
    name: '',
    languages: languagesOf(agreement)
      .filter((one) => one !== text.language)
      .map((one) => ({ language: one, href: urls.signUrl({ agreement: agreement.id }, { language: one }) })),
  }
  const page = <SignPage frame={await frameOf(request)} back={urls.agreementsUrl()} {...props} />
  return sendPage(reply, page, problems.length > 0 ? 400 : 200)
}

/** The agreement that the reader is asked for, or may sign on occasion, and the clauses that changed since they last did. */
async function ownAgreement(tx: ReadTx, id: string) {
  const { pack } = await activePack(tx)
  const agreement = agreementIn(pack, id)
  const [me] = tx.actor.personId ? await rosterAt(tx, { ids: [tx.actor.personId] }) : []
  if (!me) throw new Refusal('not-found', 'You are not of this school today.')
  const theirs = askedOf([agreement], me).length > 0 || agreement.of.kinds.length === 0
  if (!theirs || !agreement.signers.includes('self'))
    throw new Refusal('not-allowed', `“${agreement.title}” is for other people to sign.`)
  const [one] = await standingsOf(tx, pack, [me], () => [agreement])
  const before = one?.standing.latest ? await signedText(tx, one.standing.latest.id) : null
  const changed = one?.standing.state === 'changed' ? changedClauses(textOf(agreement, 'en'), before) : []
  return { agreement, me, changed }
}

async function takeSign(request: ForAgreement, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const fields = fieldsOf(request.body)
  try {
    const signed = await inSchool(deps.db, actor, async (tx) => {
      const { agreement, me, changed } = await ownAgreement(tx, request.params.agreement)
      const common = {
        key: keyOf(fields),
        agreement: agreement.id,
        subject: me.id,
        aboutPupil: false,
        role: 'self',
        signer: me.id,
      } as const
      if (fields['go'] === 'no')
        return void (await sayNo(tx, { ...common, kind: 'refused', reason: fields['reason'] || null }))
      const facts = (fields['facts'] ?? '')
        .split(',')
        .filter((fact): fact is FactKind => fact === 'read' || fact === 'discussed')
      const more = {
        signerName: me.name,
        method: 'own-device',
        answers: answersIn(fields),
        facts,
        reread: changed,
      } as const
      return sign(tx, deps.keys, { ...common, ...more, language: fields['language'] ?? 'en' })
    })
    if (!signed) {
      sayNext(reply, { kind: 'done', text: 'Kept. Somebody will talk with you about it.' })
      return seeOther(reply, urls.agreementsUrl())
    }
    return seeOther(reply, urls.receiptUrl({ signature: signed.id }))
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.kind !== 'invalid') throw fault
    return showSign(
      { request, reply, deps },
      { typed: fields, problems: [{ field: fault.field ?? 'main', sentence: fault.sentence }] },
    )
  }
}
