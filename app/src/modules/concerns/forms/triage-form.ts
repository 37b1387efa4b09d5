import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { ValuesOf } from '../../../engine/forms/define-form.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { Assessment, Triage } from '../commands/triage.js'
import type { RelatedConcern } from '../queries/related-concerns.js'
import { optionsFrom } from './report-forms.js'

/** What can be linked or joined: the related concerns on the page. */
export type Linkable = Pick<RelatedConcern, 'id' | 'reference' | 'case_id' | 'why'>

/** The one form on which a concern is decided. What it offers comes from the policy and from what is related. */
export function triageForm(pack: Pack, related: readonly Linkable[]) {
  const cases = related.filter(({ case_id }) => case_id !== null)
  return defineForm({
    kind: choice({
      label: 'What kind of risk is it?',
      missing: 'Choose what kind of risk this is',
      look: 'select',
      options: pack.risks.flatMap((risk) =>
        risk.subtypes.map(({ id, title }) => ({ value: `${risk.id}/${id}`, text: `${risk.title}: ${title}` })),
      ),
    }),
    urgency: choice({
      label: 'How urgent is it?',
      missing: 'Say how urgent it is',
      inline: true,
      options: [
        { value: 'ordinary', text: 'Ordinary' },
        { value: 'urgent', text: 'Urgent' },
      ],
    }),
    decision: choice({
      label: 'What happens with it?',
      missing: 'Choose what happens with this concern',
      options: [
        { value: 'take-up', text: 'Take it up as a case', hint: 'A new case opens, and you lead it' },
        ...(cases.length > 0 ? [{ value: 'join-case', text: 'Add it to a case that is open already' }] : []),
        { value: 'advise', text: 'Advise only', hint: 'Nothing more is needed than what you advised' },
        ...(related.length > 0
          ? [{ value: 'link', text: 'Put it together with another concern', hint: 'Both keep all that was said' }]
          : []),
        { value: 'close', text: 'Close it', hint: 'Deciding not to act is a decision too: say why' },
      ],
    }),
    procedure: choice({
      label: 'Begin with a procedure',
      missing: 'Choose a procedure, or none',
      look: 'select',
      options: [{ value: 'none', text: 'None' }, ...optionsFrom(pack.procedures)],
      when: { field: 'decision', is: 'take-up' },
    }),
    case: choice({
      label: 'Which case?',
      missing: 'Choose the case',
      options: cases.map(({ id, reference, why }) => ({
        value: id,
        text: `The case of ${reference}`,
        hint: why.join('; '),
      })),
      when: { field: 'decision', is: 'join-case' },
    }),
    advice: longText({
      label: 'What did you advise, and whom?',
      missing: 'Write what you advised, and to whom',
      rows: 4,
      when: { field: 'decision', is: 'advise' },
    }),
    other: choice({
      label: 'Which concern?',
      missing: 'Choose the concern that it belongs to',
      options: related.map(({ id, reference, why }) => ({ value: id, text: reference, hint: why.join('; ') })),
      when: { field: 'decision', is: 'link' },
    }),
    linkWhy: longText({
      label: 'Why do the two belong together?',
      missing: 'Write why the two belong together',
      rows: 3,
      when: { field: 'decision', is: 'link' },
    }),
    reason: choice({
      label: 'Why can it be closed?',
      missing: 'Choose why it can be closed',
      options: optionsFrom(pack.reporting.closeReasons),
      when: { field: 'decision', is: 'close' },
    }),
    closeWords: longText({
      label: 'Your reasons, in your own words',
      missing: 'Write your reasons in your own words',
      rows: 4,
      when: { field: 'decision', is: 'close' },
    }),
  })
}

type Values = ValuesOf<ReturnType<typeof triageForm>['fields']>

/** The assessment and the decision that a filled form makes. */
export function decisionFrom(values: Values, related: readonly Linkable[]): readonly [Assessment, Triage] {
  const [risk = '', subtype = ''] = values.kind.split('/')
  return [{ risk, subtype, urgency: values.urgency }, triageOf(values, related)]
}

function triageOf(values: Values, related: readonly Linkable[]): Triage {
  switch (values.decision) {
    case 'take-up':
      return { kind: 'take-up', procedure: values.procedure === 'none' ? null : values.procedure }
    case 'join-case':
      return { kind: 'join-case', case: caseOf(values.case, related) }
    case 'advise':
      return { kind: 'advise', words: values.advice ?? '' }
    case 'link':
      return { kind: 'link', other: values.other ?? '', why: values.linkWhy ?? '' }
    default:
      return { kind: 'close', reason: values.reason ?? '', words: values.closeWords ?? '' }
  }
}

function caseOf(concern: string | null, related: readonly Linkable[]): string {
  const found = related.find(({ id }) => id === concern)?.case_id
  if (!found) throw new Refusal('invalid', 'Choose the case.', 'case')
  return found
}
