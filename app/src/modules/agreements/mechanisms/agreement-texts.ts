import { at } from '../../../engine/around.js'
import { senseOf } from '../../../engine/agreements/text.js'
import { named } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { ClauseState, Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { messagesLackedBy } from '../../../engine/packs/checks/agreements-hold.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Agreement } from '../../../engine/packs/schema/sections.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import type { AgreementTables } from '../schema.js'
import { agreementsUrl } from '../urls.js'
import { AgreementParams } from './params.js'
import { keeperPost, wholeSchool } from './whole-school.js'
import type { WholeSchool } from './whole-school.js'

/** A text for every kind of person here, saying what the policy says, suited to its readers. */
export const agreementTexts: Mechanism = {
  id: 'agreement-texts',
  params: AgreementParams,
  page: agreementsUrl(),
  check: async (tx, params, asOf) => {
    const { agreement, aspect } = params as AgreementParams
    const school = await wholeSchool(tx, asOf)
    const wanted = named(agreement)
    const mine = school.pack.agreements.filter(({ id }) => wanted === null || wanted.includes(id))
    const gone = (wanted ?? []).filter((id) => !school.pack.agreements.some((one) => one.id === id))
    const absent = gone.map((id) =>
      found(school.pack, `The policy speaks of an agreement “${id}” that it does not have.`),
    )
    const looks = named(aspect) ?? ['texts', 'messages', 'technology', 'suitability']
    const states = await Promise.all(looks.map((look) => stateOf(at(tx, asOf), school, mine, look)))
    const findings = states.flatMap((state) => state.findings)
    return judged([...new Set(states.map(({ basis }) => basis))].join('; '), [...absent, ...findings])
  },
}

const found = (pack: Pack, sentence: string, post?: PostId): Finding => ({
  sentence,
  rows: [],
  post: post ?? keeperPost(pack),
  due: null,
})

async function stateOf(
  then: ReadTx,
  school: WholeSchool,
  mine: readonly Agreement[],
  look: string,
): Promise<ClauseState> {
  switch (look) {
    case 'messages':
      return judged(
        `${mine.length} texts compared with ${school.pack.keyMessages.length} key messages`,
        messageFindings(school.pack, mine),
      )
    case 'technology':
      return judged(`${school.pack.technologies.length} technologies in use`, technologyFindings(school.pack))
    case 'suitability':
      return judged(
        `${mine.length} texts and who said that they suit`,
        await suitabilityFindings(then, school.pack, mine),
      )
    case 'languages':
      return judged(`${mine.length} texts and their languages`, languageFindings(school.pack, mine))
    default:
      return judged(`${mine.length} texts in force`, audienceFindings(school))
  }
}

/** Kinds of people, and year groups, that are here and have no text. */
function audienceFindings({ pack, people }: WholeSchool): readonly Finding[] {
  const missing = new Set<string>()
  const parentsSign = pack.agreements.some(
    ({ signers }) => signers.includes('parent') || signers.includes('both-parents'),
  )
  for (const { kind, year_group } of people) {
    if (kind === 'visitor' || (kind === 'parent' && parentsSign)) continue
    const theirs = pack.agreements.some(
      ({ reader, of }) =>
        reader !== 'home-school' &&
        reader !== 'parent' &&
        of.kinds.includes(kind) &&
        (kind !== 'pupil' || of.years === undefined || of.years.some((year) => year === year_group)),
    )
    if (!theirs) missing.add(kind === 'pupil' ? `pupils of year ${year_group ?? '?'}` : `people of the kind “${kind}”`)
  }
  return [...missing].map((whom) => found(pack, `There is no agreement for ${whom}.`))
}

function messageFindings(pack: Pack, mine: readonly Agreement[]): readonly Finding[] {
  return mine.flatMap((agreement) => {
    const lacked = messagesLackedBy(pack, agreement)
    const later = pack.keyMessages.filter(
      (message) => message.for.includes(agreement.reader) && message.changed > agreement.checked,
    )
    const whose = agreement.suitable
    return [
      ...lacked.map(({ title }) => found(pack, `“${agreement.title}” does not say: ${title}.`, whose)),
      ...later.map(({ title }) =>
        found(pack, `“${agreement.title}” was last compared before this message changed: ${title}.`, whose),
      ),
    ]
  })
}

const technologyFindings = (pack: Pack): readonly Finding[] =>
  pack.technologies.flatMap((technology) => {
    const silent = technology.for.filter((reader) => {
      const texts = pack.agreements.filter((agreement) => agreement.reader === reader)
      return (
        texts.length > 0 && !texts.every(({ clauses }) => clauses.some(({ covers }) => covers?.includes(technology.id)))
      )
    })
    return silent.map((reader) =>
      found(pack, `${technology.title}: in use, and not in the agreement for readers of the kind “${reader}”.`),
    )
  })

async function suitabilityFindings(then: ReadTx, pack: Pack, mine: readonly Agreement[]): Promise<readonly Finding[]> {
  const rows = await tables<AgreementTables>(then)
    .selectFrom('agreement_sign_off')
    .select(['agreement', 'sense'])
    .where('at', '<=', then.now)
    .execute()
  const signed = new Set(rows.map(({ agreement, sense }) => `${agreement} ${sense}`))
  return mine
    .filter((agreement) => !signed.has(`${agreement.id} ${senseOf(agreement)}`))
    .map(({ title, suitable }) => found(pack, `Nobody has said yet that “${title}” suits its readers.`, suitable))
}

const languageFindings = (pack: Pack, mine: readonly Agreement[]): readonly Finding[] =>
  mine
    .filter(({ reader, languages = [] }) => reader === 'parent' && languages.length === 0)
    .map(({ title, suitable }) => found(pack, `“${title}” can be read in English only.`, suitable))
