import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { publicIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import { Refusal } from '../../../kernel/refusal.js'
import { needs, sendPage } from '../../../web/who.js'
import { isPublic } from '../commands/set-publication.js'
import { copyState } from '../document/copy-state.js'
import { ChildrenPage } from '../pages/children.js'
import { CopyPage } from '../pages/copy.js'
import { PolicyPage } from '../pages/policy.js'
import { publicFrame, publicSchool } from '../public-school.js'
import type { PublicSchool } from '../public-school.js'
import { readDocument, wordingFrom } from '../queries/read-document.js'
import { versionsOf } from '../queries/versions.js'
import { copyUrl, publicChildrenUrl, publicPdfUrl, publicPolicyUrl } from '../urls.js'
import { sendPdf } from './reading-routes.js'

type AtSchool = FastifyRequest<{ Params: { school: string }; Querystring: { words?: unknown; code?: unknown } }>

/** The policy for anybody, where the school has opened it, and the check of a printed copy, which is always open. */
export function publicPolicyRoutes(app: FastifyInstance, deps: Deps): void {
  const anybody = needs('public')
  app.get(publicPolicyUrl.pattern, anybody, async (request: AtSchool, reply) => {
    const here = await openSchool(deps, request)
    const document = await documentAt(deps, here, request)
    const page = (
      <PolicyPage
        frame={await publicFrame(request, here)}
        document={document}
        urls={urlsAt(here, document.wording)}
        open
      />
    )
    return sendPage(reply, page)
  })
  app.get(publicPdfUrl.pattern, anybody, async (request: AtSchool, reply) => {
    const here = await openSchool(deps, request)
    return sendPdf(reply, deps, await documentAt(deps, here, request), here.school.slug)
  })
  app.get(publicChildrenUrl.pattern, anybody, async (request: AtSchool, reply) => {
    const here = await openSchool(deps, request)
    const wording = request.query.words === 'ks1' ? 'ks1' : 'ks2'
    const document = await readDocument(deps, here.school.school_id, { wording })
    const school = here.school.slug
    const urls = {
      home: publicPolicyUrl({ school }),
      pdf: publicPdfUrl({ school }, { words: wording }),
      other: publicChildrenUrl({ school }, { words: wording === 'ks1' ? 'ks2' : 'ks1' }),
      bother: `/bother/${school}`,
    }
    return sendPage(reply, <ChildrenPage frame={await publicFrame(request, here)} document={document} urls={urls} />)
  })
  app.get(copyUrl.pattern, anybody, async (request: AtSchool, reply) => {
    const here = await publicSchool(deps, request.params.school)
    const versions = await reading(deps.db, publicIn(here.school.school_id), versionsOf)
    const { code } = request.query
    const state = copyState(versions, typeof code === 'string' ? code.slice(0, 40) : undefined)
    const frame = await publicFrame(request, here)
    const action = copyUrl({ school: here.school.slug })
    const page = <CopyPage frame={frame} school={here.school.name} state={state} action={action} />
    return sendPage(reply, page, state.is === 'no code' ? 400 : state.is === 'unknown' ? 404 : 200)
  })
}

/** The school of the address, if it lets anybody read its policy. */
async function openSchool(deps: Deps, request: AtSchool): Promise<PublicSchool> {
  const here = await publicSchool(deps, request.params.school)
  if (await reading(deps.db, publicIn(here.school.school_id), isPublic)) return here
  throw new Refusal('not-found', 'This school shows its policy on paper, not here. Ask the school for a copy.')
}

const documentAt = (deps: Deps, { school }: PublicSchool, request: AtSchool) =>
  readDocument(deps, school.school_id, { wording: wordingFrom(request.query.words) })

const urlsAt = ({ school: { slug: school } }: PublicSchool, wording: string) => ({
  words: publicPolicyUrl({ school }, { words: wording === 'plain' ? 'full' : 'plain' }),
  pdf: publicPdfUrl({ school }, { words: wording }),
  ks1: publicChildrenUrl({ school }, { words: 'ks1' }),
  ks2: publicChildrenUrl({ school }, { words: 'ks2' }),
  copy: copyUrl({ school }),
  clause: null,
})
