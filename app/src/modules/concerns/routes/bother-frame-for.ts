import type { FastifyRequest } from 'fastify'
import type { Pack } from '../../../engine/packs/pack.js'
import type { BotherFrame, HelpLine } from '../pages/bother/bother-frame.js'
import { botherWords } from '../pages/bother/words.js'
import { botherPageUrl, botherUrl } from '../urls.js'
import { publicFrame } from '../../policy/index.js'
import type { PublicSchool } from '../../policy/index.js'

/** What surrounds every Bother page of a school. */
export async function botherFrameFor(request: FastifyRequest, here: PublicSchool): Promise<BotherFrame> {
  const school = here.school.slug
  const page = (name: string): string => botherPageUrl({ school, page: name })
  return {
    frame: await publicFrame(request, here),
    words: botherWords,
    lang: 'en-GB',
    urls: {
      start: botherUrl({ school }),
      putAway: page('put-away'),
      grownUp: page('grown-up'),
      tell: page('tell'),
      return: page('return'),
    },
    help: { danger: '999', lines: helpLines(here.pack) },
  }
}

/** Those whom a child can reach alone, by telephone first. The emergency number stands by itself. */
function helpLines({ help }: Pack): readonly HelpLine[] {
  return help
    .filter((line) => line.for.includes('pupil') && line.phone !== '999' && (line.phone ?? line.web))
    .toSorted((a, b) => Number(a.phone === undefined) - Number(b.phone === undefined))
    .map(({ id, title, what, phone, web }) => ({ id, title, what, ...(phone && { phone }), ...(web && { web }) }))
}
