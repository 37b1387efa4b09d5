import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { SubjectAccess } from '../../engine/module.js'
import { tables } from '../../kernel/db/tx.js'
import type { AgreementTables } from './schema.js'

interface Row {
  readonly at: Temporal.Instant
  readonly words: string
}

/** Agreements signed by or about somebody, lessons they were at, and what they were given. */
export const agreementSubjectAccess: SubjectAccess = {
  tables: [
    { table: 'agreement_signature', person: ['subject_id', 'signer_id'] },
    { table: 'agreement_fact', person: ['subject_id', 'by_person'] },
    { table: 'agreement_ending', person: ['subject_id', 'signer_id'] },
    { table: 'agreement_reason', person: ['id'] },
    { table: 'agreement_sign_off', person: ['by_person'] },
    { table: 'signing_session', person: ['started_by'] },
    { table: 'signing_invitation', person: ['child_id', 'adult_id'] },
    { table: 'awareness_session', person: ['recorded_by'] },
    { table: 'awareness_attendance', person: ['person_id'] },
    { table: 'access_grant', person: ['person_id'] },
    { table: 'visit', person: ['name'] },
    { table: 'decision_given', person: ['about_person'] },
  ],
  gather: async (tx, person) => {
    const { rows } = await sql<Row>`
      SELECT signed_at AS at, 'Signed “' || agreement || '” (' || version || ') as ' || role AS words FROM agreement_signature
        WHERE subject_id = ${person} OR signer_id = ${person}
      UNION ALL SELECT at, 'Agreement “' || agreement || '”: ' || fact FROM agreement_fact WHERE subject_id = ${person}
      UNION ALL SELECT e.at, 'Agreement “' || e.agreement || '” ' || e.kind || coalesce(': ' || r.words, '') FROM agreement_ending e
        LEFT JOIN agreement_reason r ON r.school_id = e.school_id AND r.id = e.id WHERE subject_id = ${person} OR signer_id = ${person}
      UNION ALL SELECT recorded_at, CASE WHEN attended THEN 'Was at' ELSE 'Missed' END || ' awareness training of ' || held_on FROM awareness_attendance WHERE person_id = ${person}
      UNION ALL SELECT granted_at, 'Was given ' || what || coalesce(' (' || detail || ')', '') FROM access_grant WHERE person_id = ${person}
      UNION ALL SELECT at, 'A decision was given on ' || kind || ': ' || verdict FROM decision_given WHERE about_person = ${person}
      ORDER BY 1`.execute(tables<AgreementTables>(tx))
    return rows
  },
}
