import type { SealedTable } from '../../kernel/journal/sealed.js'

/** The records of a case that nobody may change once written; `hedgerow verify` reads each against the journal. */
export const sealedTables = {
  chronology_entry: {
    table: 'chronology_entry',
    columns: ['case_id', 'kind', 'words', 'happened_at', 'corrects', 'by_person', 'as_post', 'at'],
  },
  decision: { table: 'decision', columns: ['case_id', 'decided', 'reasons', 'acting', 'by_person', 'as_post', 'at'] },
  agency_contact: {
    table: 'agency_contact',
    columns: ['case_id', 'agency', 'kind', 'contacted_at', 'spoke_with', 'their_reference', 'words', 'by_person', 'at'],
  },
  parents_decision: {
    table: 'parents_decision',
    columns: ['case_id', 'case_person_id', 'decision', 'adults', 'how', 'words', 'told_at', 'by_person', 'at'],
  },
  procedure_entry: {
    table: 'procedure_entry',
    columns: [
      'case_id',
      'procedure',
      'run',
      'step',
      'outcome',
      'answers',
      'answer_values',
      'reason',
      'wording',
      'by_person',
      'as_post',
      'at',
    ],
  },
} as const satisfies Readonly<Record<string, SealedTable>>
