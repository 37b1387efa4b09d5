import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { versionsAt } from '../../../engine/notices/write-versions.js'
import { publicIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import { Refusal } from '../../../kernel/refusal.js'
import { listSchools, thisSchool } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import { needs, sendPage } from '../../../web/who.js'
import { noticesOf } from '../declared.js'
import { NoticeSheetPage } from '../pages/notice.js'
import { publicNoticeUrl } from '../urls.js'
import { readText } from './notice-routes.js'

type ForAnybody = FastifyRequest<{ Params: { school: string; notice: string } }>

/** Whom a public page speaks to, first the family. */
const publicOrder: readonly string[] = ['any-parent', 'any-pupil', 'any-visitor']

/** A notice that the school tells everybody. Whoever reads it is not asked who they are. */
export function publicNoticeRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(publicNoticeUrl.pattern, needs('public'), async (request: ForAnybody, reply) => {
    const notice = noticesOf(deps.modules).find(({ id, public: open }) => open && id === request.params.notice)
    const school = (await listSchools(deps.db)).find(({ slug }) => slug === request.params.school)
    if (!notice || !school) throw new Refusal('not-found', 'There is no such page. Check the address.')
    const { read, name, accent, example } = await reading(deps.db, publicIn(school.school_id), async (tx) => {
      const versions = await versionsAt(tx, notice.id)
      const texts = publicOrder.flatMap((audience) =>
        [...versions.values()].filter((version) => version.audience === audience),
      )
      return { ...(await thisSchool(tx)), read: texts.map(readText) }
    })
    const frame = { ...(await frameOf(request)), school: { name, accent, example }, person: null, navigation: [] }
    return sendPage(reply, <NoticeSheetPage frame={frame} title={notice.title} read={read} />)
  })
}
