import { clausesKeptBy, linesOf } from '../../../engine/notices/clause-lines.js'
import { noticeMechanism } from '../../../engine/notices/notice-mechanism.js'
import type { Notice } from '../../../engine/notices/notice.js'
import type { PostId } from '../../../kernel/ids.js'
import { schoolAround } from '../../policy/index.js'

/** How adults behave online: every promise of the policy about it, read by everybody who works or helps here, each year. */
export const staffConduct: Notice = {
  id: 'staff-conduct',
  title: 'How we behave online',
  intro: 'What our policy asks of adults here about social media, messages and pictures, at work and at home.',
  audiences: () => ['any-staff', 'any-volunteer', 'any-contractor'] as unknown as readonly PostId[],
  text: (pack, audience) => {
    const lines = linesOf(clausesKeptBy(pack, 'staff-conduct'), audience)
    if (lines.length === 0) return null
    const lead =
      'Before you go on, look at the privacy settings of your own accounts today: who can see what you post, and who can find you?'
    return { title: 'For everybody who works or helps here', lead, lines }
  },
  acknowledge: true,
  renew: 'year',
  within: '2 weeks',
  owner: 'headteacher' as PostId,
  see: 'records.keep',
  button: 'I have read this, checked my settings and will keep to it',
}

export const staffConductMechanism = noticeMechanism(schoolAround, staffConduct)
