import { clausesKeptBy, linesOf } from '../../../engine/notices/clause-lines.js'
import { noticeMechanism } from '../../../engine/notices/notice-mechanism.js'
import type { Notice } from '../../../engine/notices/notice.js'
import type { PostId } from '../../../kernel/ids.js'
import { schoolAround } from '../../policy/index.js'

const users = [
  'any-staff',
  'any-governor',
  'any-volunteer',
  'any-contractor',
  'any-pupil',
] as unknown as readonly PostId[]

/** What is watched on the school's systems, why and by whom: said before the first use, and acknowledged each year. */
export const monitoringNotice: Notice = {
  id: 'monitoring-notice',
  title: 'What is watched here',
  intro: 'What the school can see of your use of its computers, internet and mail, why, and who looks.',
  audiences: () => users,
  alsoFor: ['any-parent', 'any-visitor'] as unknown as readonly PostId[],
  text: (pack, audience) => {
    const lines = linesOf(clausesKeptBy(pack, 'monitoring-notice'), audience)
    if (lines.length === 0) return null
    const lead =
      audience === 'any-pupil'
        ? 'We look after you online as we do in the playground.'
        : 'We watch to keep children safe, in proportion and within data protection, human rights and privacy law.'
    return { title: 'Use of our computers, internet and mail is watched', lead, lines }
  },
  acknowledge: true,
  renew: 'year',
  within: '2 weeks',
  owner: 'dsl' as PostId,
  see: 'records.keep',
  public: true,
  atSignIn: true,
  button: 'I have read this',
}

export const monitoringNoticeMechanism = noticeMechanism(schoolAround, monitoringNotice)
