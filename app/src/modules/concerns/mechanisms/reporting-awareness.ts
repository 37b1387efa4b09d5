import { clausesKeptBy, linesOf } from '../../../engine/notices/clause-lines.js'
import { noticeMechanism } from '../../../engine/notices/notice-mechanism.js'
import type { Notice, NoticeLine } from '../../../engine/notices/notice.js'
import { postOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { PostId } from '../../../kernel/ids.js'
import { schoolAround } from '../../policy/index.js'

const everybody = [
  'any-staff',
  'any-governor',
  'any-volunteer',
  'any-contractor',
  'any-parent',
  'any-pupil',
] as unknown as readonly PostId[]

/** Who hears first, in the words of the pack. */
function firstContact(pack: Pack, audience: PostId): readonly NoticeLine[] {
  const order = audience === 'any-pupil' ? (pack.routing.child ?? pack.routing.first) : pack.routing.first
  const first = order[0] ? postOf(pack, order[0]) : undefined
  if (!first) return []
  if (audience === 'any-pupil')
    return [{ text: 'Tell a grown-up you trust, or use the Bother page. Somebody will answer.' }]
  if (audience === 'any-parent')
    return [{ text: `Tell the school: ring, write, or use the page “Tell us”. It reaches the ${first.title}.` }]
  return [{ text: `Press “Report a concern” on any page. It reaches the ${first.title} at once, day or night.` }]
}

/** How to tell somebody: for everybody, in the words of the policy, with proof of who was shown it and when. */
export const reportingAwareness: Notice = {
  id: 'reporting-awareness',
  title: 'How to tell somebody',
  intro: 'What to do when you see or hear something that worries you, and what happens next.',
  audiences: () => everybody,
  text: (pack, audience) => {
    const lines = [...firstContact(pack, audience), ...linesOf(clausesKeptBy(pack, 'reporting-awareness'), audience)]
    const lead = audience === 'any-pupil' ? '' : 'Telling is never wrong, even if it turns out to be nothing.'
    return { title: 'If something worries you', lead, lines }
  },
  acknowledge: true,
  renew: 'year',
  within: '2 weeks',
  owner: 'dsl' as PostId,
  see: 'records.keep',
  public: true,
  button: 'I know how to report, and to whom',
}

export const reportingAwarenessMechanism = noticeMechanism(schoolAround, reportingAwareness)
