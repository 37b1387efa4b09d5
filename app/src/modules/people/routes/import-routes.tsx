import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { reading } from '../../../kernel/db/in-school.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import type { Typed } from '../../../web/kept-fields.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { carryOut, lookOver } from '../commands/look-over.js'
import type { LookedOver } from '../commands/look-over.js'
import { importForm } from '../forms.js'
import { dropImportDraft, importDraftOf, keepImportDraft } from '../import-drafts.js'
import type { ImportDraft } from '../import-drafts.js'
import { chosenMapping } from '../import/mapping/chosen-mapping.js'
import { ImportPage } from '../pages/import.js'
import { ImportProgressPage } from '../pages/import-progress.js'
import { ImportReviewPage } from '../pages/import-review.js'
import { doneImports } from '../queries/done-imports.js'
import { readUpload, routesWithLists, tooMuchAtOnce } from '../read-upload.js'
import { forgetImport, importOf, startImport } from '../running-imports.js'
import { importColumnsUrl, importProgressUrl, importUrl, peopleUrl, reviewImportUrl } from '../urls.js'

/** Importing people: bring files, look them over, say what columns mean, agree. Nothing is written before the last. */
export function importRoutes(app: FastifyInstance, deps: Deps): void {
  const importer = needs('people.import')
  app.get(importUrl.pattern, importer, (request, reply) => showImport(request, reply, deps))
  app.get(reviewImportUrl.pattern, importer, (request, reply) => review(request, reply, deps))
  app.post(reviewImportUrl.pattern, importer, (request, reply) => agree(request, reply, deps))
  app.get(importProgressUrl.pattern, importer, showProgress)
  app.post(importColumnsUrl.pattern, importer, (request, reply) => takeColumns(request, reply, deps))
  routesWithLists(app, (apart) =>
    apart.post(importUrl.pattern, { config: { ...importer.config, csrf: 'in-handler' } }, (request, reply) =>
      takeFiles(request, reply, deps),
    ),
  )
}

interface Again {
  readonly typed: Typed
  readonly errors: readonly FormError[]
}

const nowOf = ({ db }: Deps): number => db.clock.now().epochMilliseconds

async function showImport(request: FastifyRequest, reply: FastifyReply, deps: Deps, again?: Again) {
  const before = await reading(deps.db, actorOf(request), doneImports)
  const context = { now: deps.db.clock.now() }
  const page = <ImportPage frame={await frameOf(request)} context={context} before={before} {...again} />
  return sendPage(reply, page, again ? 400 : 200)
}

async function takeFiles(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { body, files, tooMuch } = await readUpload(request)
  if (tooMuch) return showImport(request, reply, deps, { typed: {}, errors: [{ ...lost, sentence: tooMuchAtOnce }] })
  const parsed = parseForm(importForm, body, { now: deps.db.clock.now(), files: { files } })
  if (!parsed.ok) return showImport(request, reply, deps, parsed)
  const whole = !parsed.values.part.includes('part')
  keepImportDraft(actorOf(request), { files: parsed.values.files, whole, mappings: new Map() }, nowOf(deps))
  return seeOther(reply, reviewImportUrl())
}

const lost: FormError = {
  sentence: 'The files are not here any more. Choose them again',
  field: 'files',
  href: '#files',
}

/** What this person brought, looked over afresh; or, where it is gone or cannot be read, the first page with the reason. */
async function lookedOver(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  then: (looked: LookedOver, draft: ImportDraft) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const actor = actorOf(request)
  const draft = importDraftOf(actor, nowOf(deps))
  if (!draft) return showImport(request, reply, deps, { typed: {}, errors: [lost] })
  const looked = await lookOver(deps.db, actor, draft.files, draft)
  if (!('unreadable' in looked)) return then(looked, draft)
  const sentence = looked.unreadable
  return showImport(request, reply, deps, { typed: {}, errors: [{ ...lost, sentence }] })
}

const review = (request: FastifyRequest, reply: FastifyReply, deps: Deps) =>
  lookedOver(request, reply, deps, (looked) => showReview(request, reply, looked, []))

/** A short text that is the same while the import would do the same. */
function markOf({ counts, plan, wrong }: LookedOver): string {
  const { add, change, end } = plan.responsibilities
  const leavers = plan.end.map(({ person }) => person.personId)
  const all = [counts, wrong, add.length, change.length, end.length, plan.guards, leavers]
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url').slice(0, 22)
}

async function showReview(
  request: FastifyRequest,
  reply: FastifyReply,
  looked: LookedOver,
  sentences: readonly string[],
) {
  const errors = sentences.map((sentence) => ({ sentence, field: 'agree', href: '#agree' }))
  const frame = await frameOf(request)
  const page = <ImportReviewPage frame={frame} looked={looked} mark={markOf(looked)} errors={errors} />
  return sendPage(reply, page, errors.length > 0 ? 400 : 200)
}

/** Why an import that was agreed to is not carried out yet, in sentences; none when it can be. */
function obstacles(looked: LookedOver, body: Readonly<Record<string, unknown>>): readonly string[] {
  const agreed = [body['agree']].flat()
  if (body['mark'] !== markOf(looked))
    return ['Something has changed meanwhile. Read what this import would do now, then agree again.']
  return [
    ...(looked.plan.guards.length > 0 && !agreed.includes('guards')
      ? ['Read the warnings. If this is right, tick that it is.']
      : []),
    ...(looked.wrong > 0 && !agreed.includes('skip')
      ? ['Some rows are wrong. Mend the file and bring it again, or tick that they are left out.']
      : []),
  ]
}

const agree = (request: FastifyRequest, reply: FastifyReply, deps: Deps) =>
  lookedOver(request, reply, deps, async (looked) => {
    const sentences = obstacles(looked, (request.body ?? {}) as Readonly<Record<string, unknown>>)
    if (sentences.length > 0) return showReview(request, reply, looked, sentences)
    const actor = actorOf(request)
    const onFault = (fault: unknown): void => request.log.error({ err: fault }, 'import stopped')
    await startImport(actor, (progress) => carryOut(deps.db, actor, looked, progress), { patience, onFault })
    return seeOther(reply, importProgressUrl())
  })

/** As long as a browser waits without a page of its own for it, in milliseconds. */
const patience = 1500

/** How the import stands; once it has ended, on to the people, or back to the files with the reason. */
async function showProgress(request: FastifyRequest, reply: FastifyReply) {
  const actor = actorOf(request)
  const standing = importOf(actor)
  if (standing?.is === 'going') {
    void reply.header('refresh', '2')
    return sendPage(reply, <ImportProgressPage frame={await frameOf(request)} {...standing} />)
  }
  forgetImport(actor)
  if (standing?.is !== 'done') {
    if (standing) sayNext(reply, { kind: 'note', text: standing.sentence })
    return seeOther(reply, standing ? reviewImportUrl() : importUrl())
  }
  dropImportDraft(actor)
  const { added, changed, ended } = standing.outcome
  sayNext(reply, { kind: 'done', text: `Imported: ${added} added, ${changed} changed, ${ended} ended.` })
  return seeOther(reply, peopleUrl())
}

const takeColumns = (request: FastifyRequest, reply: FastifyReply, deps: Deps) =>
  lookedOver(request, reply, deps, async ({ readAs }, draft) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
    const read = readAs[Number(body['file'])]
    if (!read) return seeOther(reply, reviewImportUrl())
    const mappings = new Map([...draft.mappings, [read.fingerprint, chosenMapping(read.headings, body)]])
    keepImportDraft(actorOf(request), { ...draft, mappings }, nowOf(deps))
    return seeOther(reply, reviewImportUrl())
  })
