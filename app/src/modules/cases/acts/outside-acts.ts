import { choice } from '../../../engine/forms/fields/choice.js'
import { dateTime } from '../../../engine/forms/fields/date-time.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { text } from '../../../engine/forms/fields/text.js'
import { adultsFor } from '../../people/index.js'
import { contactAgency } from '../commands/contact-agency.js'
import { decideParents, mustTell } from '../commands/decide-parents.js'
import { childrenOf } from '../queries/children-of.js'
import { personNames } from '../queries/person-names.js'
import { actForm } from './case-act.js'
import type { CaseAct } from './case-act.js'
import { rightNow } from './right-now.js'
import { tellingFields } from './telling-fields.js'

const agencyAct: CaseAct = {
  path: 'agency',
  power: 'cases.record',
  prepare: async ({ tx, row, pack }) =>
    actForm({
      title: 'An agency told, asked or not told',
      lines: ['Tell them what they need and no more. Their contacts are in the school’s own list.'],
      fields: {
        agency: choice({
          label: 'Which agency?',
          look: 'select',
          missing: 'Choose who was told or asked',
          options: pack.agencies.map(({ id, title }) => ({ value: id, text: title })),
        }),
        kind: choice({
          label: 'What was it?',
          missing: 'Choose what it was',
          options: [
            { value: 'referral', text: 'A referral' },
            { value: 'advice', text: 'A question for advice' },
            { value: 'intelligence', text: 'Something they should know, without a referral' },
            { value: 'reply', text: 'Their reply' },
            { value: 'not-referred', text: 'A decision not to tell them' },
          ],
        }),
        at: dateTime({ label: 'When?', latest: 'today', missing: 'Give the day and time' }),
        spokeWith: text({ label: 'Who did you speak to? Name or role', optional: true }),
        theirReference: text({
          label: 'Their reference',
          hint: 'If they gave none, write “none given”',
          optional: true,
        }),
        words: longText({
          label: 'What was said, or why are they not told?',
          missing: 'Write what was said, or why they are not told',
        }),
      },
      typed: rightNow('at', tx.now),
      button: 'Save and seal',
      run: (write, values) => contactAgency(write, row.id, values),
    }),
}

const decisionOptions = [
  { value: 'told', text: 'Told' },
  { value: 'delayed', text: 'Told later' },
  { value: 'not-told', text: 'Not told' },
] as const

const parentsAct: CaseAct = {
  path: 'parents/:person',
  power: 'cases.record',
  prepare: async ({ tx, row, ids }) => {
    const child = (await childrenOf(tx, row.id)).find((one) => one.child.id === ids['person'])?.child
    const adults = child?.person_id ? await adultsFor(tx, [child.person_id]) : []
    const always = await mustTell(tx, row)
    return actForm({
      title: `Are the adults of ${child ? await personNames(tx, [child]) : 'this child'} told?`,
      lines: [
        'Tell them, unless that would put a child at risk.',
        ...(always ? ['The policy says that they are told every time something like this happens.'] : []),
        ...adults.map(
          ({ name, relationship, parental_responsibility }) =>
            `${name}, ${relationship}${parental_responsibility ? '' : ', without parental responsibility'}`,
        ),
      ],
      fields: {
        decision: choice({
          label: 'What is decided?',
          missing: 'Choose what is decided',
          options: decisionOptions.filter(({ value }) => !always || value !== 'not-told'),
        }),
        ...tellingFields({ field: 'decision', is: 'told' }),
        words: longText({
          label: 'What did they say? Or why not, or why later?',
          missing: 'Write what they said, or the reason',
        }),
      },
      typed: rightNow('toldAt', tx.now),
      button: 'Save and seal',
      run: (write, values) => decideParents(write, row.id, ids['person'] ?? '', values),
    })
  },
}

/** Who outside the school is told, and the children's own adults. */
export const outsideActs: readonly CaseAct[] = [agencyAct, parentsAct]
