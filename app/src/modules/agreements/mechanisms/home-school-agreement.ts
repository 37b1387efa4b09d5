import type { Mechanism } from '../../../engine/module.js'
import { calendarOf } from '../../people/index.js'
import { agreementsUrl } from '../urls.js'
import { signedState } from './agreement-signing.js'
import { AgreementParams } from './params.js'
import { wholeSchool } from './whole-school.js'

/** Each child has the three promises of home and school, signed when they joined and for as long as the pack says. */
export const homeSchoolAgreement: Mechanism = {
  id: 'home-school-agreement',
  params: AgreementParams,
  page: agreementsUrl(),
  check: async (tx, _params, asOf) => {
    const school = await wholeSchool(tx, asOf)
    const mine = school.standings.filter(({ agreement }) => agreement.reader === 'home-school')
    if (mine.length === 0)
      return {
        verdict: 'unknown',
        findings: [],
        basis: 'This policy has no home-school agreement, or there are no pupils',
      }
    return signedState(school, mine, await calendarOf(tx), asOf)
  },
}
