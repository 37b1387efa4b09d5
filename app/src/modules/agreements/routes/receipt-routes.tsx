import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { languageName } from '../../../engine/agreements/text.js'
import type { AgreementText } from '../../../engine/agreements/text.js'
import { publicIn } from '../../../kernel/actor.js'
import { agreementOf } from '../../../engine/packs/lookup.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { londonDate, londonTime } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { activePack, publicFrame, publicSchool } from '../../policy/index.js'
import { mayVoid, voidSignature } from '../commands/signature-acts.js'
import { ReceiptPage, VerifyPage } from '../pages/receipt.js'
import { signatureById, textByHash } from '../queries/signed-text.js'
import { receiptCode, receiptHashOf } from '../receipt-code.js'
import type { AgreementTables, SignatureRow, SigningMethod } from '../schema.js'
import { agreementsUrl, receiptUrl, verifyUrl, voidUrl } from '../urls.js'
import { dateTyped, fieldsOf, idFrom } from './fields.js'

type ForSignature = FastifyRequest<{ Params: { signature: string } }>
type AtSchool = FastifyRequest<{ Params: { school: string } }>

const methodWords: Readonly<Record<SigningMethod, string>> = {
  'own-device': 'On their own device, signed in',
  class: 'In class, on one tablet',
  desk: 'At the desk',
  link: 'By a link that works once',
  letter: 'By the code of a letter',
  paper: 'On paper, recorded by the school',
}

/** Receipts, and the page that says whether one is true. */
export function receiptRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(receiptUrl.pattern, needs('signed-in'), (request: ForSignature, reply) =>
    showReceipt(request, reply, deps, null),
  )
  app.post(voidUrl.pattern, needs('agreements.class'), (request: ForSignature, reply) => strike(request, reply, deps))
  app.get(verifyUrl.pattern, needs('public'), (request: AtSchool, reply) => verify(request, reply, deps, null))
  app.post(verifyUrl.pattern, needs('public'), (request: AtSchool, reply) =>
    verify(request, reply, deps, fieldsOf(request.body)),
  )
}

/** The code of a signature as it stands in the database now: an altered row has another. */
export const codeOfRow = (deps: Pick<Deps, 'keys'>, school: SchoolId, row: SignatureRow): string =>
  receiptCode(deps.keys.receipt, school, {
    id: row.id,
    textHash: row.text_hash,
    signerName: row.signer_name,
    role: row.role,
    method: row.method,
    signedAt: row.signed_at.toString(),
  })

/** A signature that was a mistake: kept, marked, and counted no more. */
async function strike(request: ForSignature, reply: FastifyReply, deps: Deps) {
  const signature = idFrom(request.params.signature)
  const { reason = '' } = fieldsOf(request.body)
  try {
    await inSchool(deps.db, actorOf(request), (tx) => voidSignature(tx, signature, reason))
  } catch (fault) {
    if (fault instanceof Refusal && fault.kind === 'invalid') return showReceipt(request, reply, deps, fault.message)
    throw fault
  }
  sayNext(reply, { kind: 'done', text: 'That signature no longer counts.' })
  return seeOther(reply, agreementsUrl())
}

async function showReceipt(request: ForSignature, reply: FastifyReply, deps: Deps, problem: string | null) {
  const actor = actorOf(request)
  const props = await reading(deps.db, actor, async (tx) => {
    const row = await signatureById(tx, idFrom(request.params.signature))
    const text = row && (await textByHash(tx, row.text_hash))
    if (!row || !text) throw new Refusal('not-found', 'There is no such receipt here.')
    const { pack } = await activePack(tx)
    const post = agreementOf(pack, row.agreement)?.countersign
    const { slug } = await thisSchool(tx)
    const rows = [...rowsOf(row, text), ...acceptedRow(row, post)]
    return {
      id: row.id,
      rows,
      code: codeOfRow(deps, actor.schoolId, row),
      hash: row.text_hash,
      verify: `${deps.publicUrl}${verifyUrl({ school: slug })}`,
      text,
      mayAccept:
        post !== undefined && row.accepted_at === null && actor.posts.has(post) && row.signer_id !== actor.personId,
      mayVoid: await mayVoid(tx, row),
    }
  })
  const page = <ReceiptPage frame={await frameOf(request)} problem={problem} {...props} />
  return sendPage(reply, page, problem ? 400 : 200)
}

/** A signature in the lines of its receipt. */
function rowsOf(row: SignatureRow, text: AgreementText): readonly Line[] {
  const day = londonDate(row.signed_at)
  const when = `${dateInFull(day)} (${day.day} ${day.month} ${day.year}), ${londonTime(row.signed_at)}`
  return [
    { key: 'Signed by', value: row.signer_name },
    { key: 'Day', value: when },
    { key: 'How', value: methodWords[row.method] },
    { key: 'Version and language', value: `${row.version}, ${languageName(row.language)}` },
    ...Object.entries(row.answers).map(([clause, answer]) => answerLine(text, clause, answer)),
    ...(row.mark ? [{ key: 'Mark', value: row.mark }] : []),
    ...(row.paper_place ? [{ key: 'Paper filed at', value: row.paper_place }] : []),
    ...(row.voided_at ? [{ key: 'Does not count', value: row.void_reason ?? 'A mistake' }] : []),
  ]
}

/** A question of the text and its answer, in the words that were read and chosen. */
function answerLine({ clauses }: AgreementText, id: string, answer: string): Line {
  const clause = clauses.find((each) => each.id === id)
  const words = answer === 'yes' ? clause?.yes : clause?.no
  return { key: clause?.text ?? id, value: words ?? answer }
}

interface Line {
  readonly key: string
  readonly value: string
}

const acceptedRow = ({ accepted_at }: SignatureRow, post: string | undefined): readonly Line[] =>
  post ? [{ key: 'Accepted', value: accepted_at ? dateInFull(londonDate(accepted_at)) : 'Not yet' }] : []

async function verify(
  request: AtSchool,
  reply: FastifyReply,
  deps: Deps,
  typed: Readonly<Record<string, string>> | null,
) {
  const here = await publicSchool(deps, request.params.school)
  const { school_id, slug } = here.school
  const problems = typed ? missingIn(typed) : {}
  const asked = typed !== null && Object.keys(problems).length === 0
  const answer = asked ? await isTrue(deps, school_id, typed) : null
  const frame = await publicFrame(request, here)
  return sendPage(
    reply,
    <VerifyPage {...{ frame, answer, problems }} action={verifyUrl({ school: slug })} typed={typed ?? {}} />,
    typed && !asked ? 400 : 200,
  )
}

/** What was left empty, or is no day: told apart from "False", which is an answer about a receipt. */
function missingIn({
  name = '',
  day = '',
  code = '',
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    ...(name.trim() === '' && { name: 'Copy the name from the receipt' }),
    ...(dateTyped(day) === null && { day: 'Copy the day from the receipt, as 24 11 2026' }),
    ...(code.trim() === '' && { code: 'Copy the code from the receipt' }),
  }
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** True only when the code is one of ours, the row behind it is unaltered and stands, and name and day are what it says. */
async function isTrue(deps: Deps, school: SchoolId, typed: Readonly<Record<string, string>>): Promise<boolean> {
  const hash = receiptHashOf(deps.keys.receipt, school, typed['code'] ?? '')
  const row = await reading(deps.db, publicIn(school, hash), (tx) =>
    tables<AgreementTables>(tx)
      .selectFrom('agreement_signature')
      .selectAll()
      .where('receipt_hash', '=', hash)
      .executeTakeFirst(),
  )
  const day = dateTyped(typed['day'] ?? '')
  if (!row || row.voided_at || !day) return false
  const same = receiptHashOf(deps.keys.receipt, school, codeOfRow(deps, school, row)) === hash
  return same && londonDate(row.signed_at).equals(day) && plain(row.signer_name) === plain(typed['name'] ?? '')
}
