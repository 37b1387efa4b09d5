import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { differences } from '../../../engine/packs/differences/differences.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { thisSchool } from '../../../kernel/school.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { personCards } from '../../people/index.js'
import { isPublic, setPublication } from '../commands/set-publication.js'
import { clauseChanges } from '../document/clause-changes.js'
import type { PolicyDocument } from '../document/policy-document.js'
import { printedOnce } from '../document/printed-once.js'
import { setDocument } from '../document/set-document.js'
import { ChildrenPage } from '../pages/children.js'
import { PolicyPage } from '../pages/policy.js'
import { ComparePage, VersionsPage } from '../pages/versions.js'
import { packByHash } from '../queries/active-pack.js'
import { readDocument, versionFrom, wordingFrom } from '../queries/read-document.js'
import { versionsOf } from '../queries/versions.js'
import {
  childrenUrl,
  compareUrl,
  copyUrl,
  policyPdfUrl,
  policyUrl,
  publicPolicyUrl,
  publicationUrl,
  versionsUrl,
} from '../urls.js'

type Asking = FastifyRequest<{ Querystring: { words?: string; version?: string; before?: string; after?: string } }>

/** The policy for those who are signed in: read, printed, for children, every version of it and what differs. */
export function readingRoutes(app: FastifyInstance, deps: Deps): void {
  const read = needs('policy.read')
  app.get(policyUrl.pattern, read, async (request: Asking, reply) => sendPage(reply, await policyPage(deps, request)))
  app.get(policyPdfUrl.pattern, read, async (request: Asking, reply) => {
    const { slug } = await reading(deps.db, actorOf(request), thisSchool)
    return sendPdf(reply, deps, await documentFor(deps, request), slug)
  })
  app.get(childrenUrl.pattern, read, async (request: Asking, reply) => {
    const document = await documentFor(deps, request, 'ks2')
    const { slug } = await reading(deps.db, actorOf(request), thisSchool)
    const other = document.wording === 'ks1' ? 'ks2' : 'ks1'
    const pdf = policyPdfUrl({ words: document.wording })
    const urls = { home: policyUrl(), pdf, other: childrenUrl({ words: other }), bother: `/bother/${slug}` }
    return sendPage(reply, <ChildrenPage frame={await frameOf(request)} document={document} urls={urls} />)
  })
  app.get(versionsUrl.pattern, read, async (request, reply) => sendPage(reply, await versionsPage(deps, request)))
  app.get(compareUrl.pattern, read, async (request: Asking, reply) => sendPage(reply, await comparePage(deps, request)))
  app.post(publicationUrl.pattern, needs('policy.activate'), async (request, reply) => {
    const { open } = (request.body ?? {}) as { readonly open?: unknown }
    await inSchool(deps.db, actorOf(request), (tx) => setPublication(tx, open === 'yes'))
    return seeOther(reply, versionsUrl())
  })
}

function documentFor(deps: Deps, request: Asking, usual?: 'ks2'): Promise<PolicyDocument> {
  const { words, version } = request.query
  const number = versionFrom(version)
  const wording = words === undefined && usual ? usual : wordingFrom(words)
  return readDocument(deps, actorOf(request).schoolId, { wording, ...(number === undefined ? {} : { number }) })
}

/** A document as a file that the browser opens. */
export function sendPdf(reply: FastifyReply, deps: Deps, document: PolicyDocument, school: string): FastifyReply {
  const now = deps.db.clock.now()
  const checkAddress = new URL(copyUrl({ school }), deps.publicUrl).toString()
  const printing = { now, today: londonDate(now), checkAddress }
  const { pack: _pack, ...said } = document
  const key = createHash('sha256')
    .update(JSON.stringify([said, printing.today, checkAddress]))
    .digest('base64')
  const bytes = printedOnce(key, () => setDocument(document, printing))
  return reply
    .type('application/pdf')
    .header(
      'content-disposition',
      `inline; filename="policy-${document.standing.version ?? 'draft'}-${document.wording}.pdf"`,
    )
    .send(Buffer.from(bytes))
}

async function policyPage(deps: Deps, request: Asking) {
  const document = await documentFor(deps, request)
  const { slug } = await reading(deps.db, actorOf(request), thisSchool)
  const version = versionFrom(request.query.version)
  const mayOpen = actorOf(request).powers.has('governance.counts')
  const urls = {
    words: policyUrl({ words: document.wording === 'plain' ? 'full' : 'plain', version }),
    pdf: policyPdfUrl({ words: document.wording, version }),
    ks1: childrenUrl({ words: 'ks1' }),
    ks2: childrenUrl({ words: 'ks2' }),
    copy: copyUrl({ school: slug }),
    clause: mayOpen ? (id: string) => `/policy/kept/${id}` : null,
  }
  return <PolicyPage frame={await frameOf(request)} document={document} urls={urls} />
}

async function versionsPage(deps: Deps, request: FastifyRequest) {
  const actor = actorOf(request)
  const { versions, open, slug, cards } = await reading(deps.db, actor, async (tx) => {
    const all = await versionsOf(tx)
    const people = all.flatMap(({ activatedBy }) => (activatedBy ? [activatedBy] : []))
    return {
      versions: all,
      open: await isPublic(tx),
      slug: (await thisSchool(tx)).slug,
      cards: await personCards(tx, people),
    }
  })
  const named = versions.map((version) => ({
    ...version,
    by: version.activatedBy ? (cards.get(version.activatedBy)?.name ?? null) : null,
  }))
  const address = new URL(publicPolicyUrl({ school: slug }), deps.publicUrl).toString()
  const publicity = { public: open, address, mayChange: actor.powers.has('policy.activate') }
  return <VersionsPage frame={await frameOf(request)} versions={named} open={publicity} />
}

async function comparePage(deps: Deps, request: Asking) {
  const [from, to] = [versionFrom(request.query.before), versionFrom(request.query.after)]
  const packs = await reading(deps.db, actorOf(request), async (tx) => {
    const versions = await versionsOf(tx)
    const hashes = [from, to].map((number) => versions.find((each) => each.number === number)?.hash)
    if (!hashes[0] || !hashes[1]) throw new Refusal('not-found', 'There is no such version of the policy.')
    return [await packByHash(tx, hashes[0]), await packByHash(tx, hashes[1])] as const
  })
  return (
    <ComparePage
      frame={await frameOf(request)}
      before={`Version ${from ?? ''}`}
      after={`Version ${to ?? ''}`}
      sentences={differences(...packs)}
      changes={clauseChanges(...packs)}
    />
  )
}
