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
export const triageForm = (pack: Pack, related: readonly Linkable[]) =>
  defineForm({ ...assessmentFields(pack), ...decisionField(related), ...furtherFields(pack, related) })

const openCases = (related: readonly Linkable[]): readonly Linkable[] =>
  related.filter(({ case_id }) => case_id !== null)

function assessmentFields(pack: Pack) {
  return {
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
  }
}

function decisionField(related: readonly Linkable[]) {
  const join = { value: 'join-case', text: 'Add it to a case that is open already' } as const
  const link = {
    value: 'link',
    text: 'Put it together with another concern',
    hint: 'Both keep all that was said',
  } as const
  return {
    decision: choice({
      label: 'What happens with it?',
      missing: 'Choose what happens with this concern',
      options: [
        { value: 'take-up', text: 'Take it up as a case', hint: 'A new case opens, and you lead it' },
        ...(openCases(related).length > 0 ? [join] : []),
        { value: 'advise', text: 'Advise only', hint: 'Nothing more is needed than what you advised' },
        ...(related.length > 0 ? [link] : []),
        { value: 'close', text: 'Close it', hint: 'Deciding not to act is a decision too: say why' },
      ],
    }),
  }
}

function furtherFields(pack: Pack, related: readonly Linkable[]) {
  const only = <Is extends string>(is: Is) => ({ field: 'decision', is })
  return {
    procedure: choice({
      label: 'Begin with a procedure',
      missing: 'Choose a procedure, or none',
      look: 'select',
      options: [
        { value: 'usual', text: 'The one our policy names for this kind of risk' },
        ...optionsFrom(pack.procedures),
        { value: 'none', text: 'None' },
      ],
      when: only('take-up'),
    }),
    case: choice({
      label: 'Which case?',
      missing: 'Choose the case',
      options: openCases(related).map(({ id, reference, why }) => ({
        value: id,
        text: `The case of ${reference}`,
        hint: why.join('; '),
      })),
      when: only('join-case'),
    }),
    advice: words('What did you advise, and whom?', 'Write what you advised, and to whom', 'advise'),
    other: choice({
      label: 'Which concern?',
      missing: 'Choose the concern that it belongs to',
      options: related.map(({ id, reference, why }) => ({ value: id, text: reference, hint: why.join('; ') })),
      when: only('link'),
    }),
    linkWhy: words('Why do the two belong together?', 'Write why the two belong together', 'link'),
    reason: choice({
      label: 'Why can it be closed?',
      missing: 'Choose why it can be closed',
      options: optionsFrom(pack.reporting.closeReasons),
      when: only('close'),
    }),
    closeWords: words('Your reasons, in your own words', 'Write your reasons in your own words', 'close'),
  }
}

const words = (label: string, missing: string, decision: string) =>
  longText({ label, missing, rows: 4, when: { field: 'decision', is: decision } })

type Values = ValuesOf<ReturnType<typeof triageForm>['fields']>

/** The assessment and the decision that a filled form makes. */
export function decisionFrom(values: Values, related: readonly Linkable[]): readonly [Assessment, Triage] {
  const [risk = '', subtype = ''] = values.kind.split('/')
  return [{ risk, subtype, urgency: values.urgency }, triageOf(values, related)]
}

const said = (text: string | null): string => text ?? ''

const decisions: Readonly<Record<string, (values: Values, related: readonly Linkable[]) => Triage>> = {
  'take-up': ({ procedure }) => ({ kind: 'take-up', procedure: procedure ?? 'none' }),
  'join-case': (values, related) => ({ kind: 'join-case', case: caseOf(values.case, related) }),
  advise: ({ advice }) => ({ kind: 'advise', words: said(advice) }),
  link: ({ other, linkWhy }) => ({ kind: 'link', other: said(other), why: said(linkWhy) }),
}

const triageOf = (values: Values, related: readonly Linkable[]): Triage =>
  decisions[values.decision]?.(values, related) ?? {
    kind: 'close',
    reason: said(values.reason),
    words: said(values.closeWords),
  }

function caseOf(concern: string | null, related: readonly Linkable[]): string {
  const found = related.find(({ id }) => id === concern)?.case_id
  if (!found) throw new Refusal('invalid', 'Choose the case.', 'case')
  return found
}
