import { carriesReceipt, holding, isMe, may, on, shut } from '../../../kernel/db/row-security.js'
import { fromOutside, seen } from './doors.js'

/**
 * Texts as they were signed, signatures, and what goes with them. Reasons for a refusal lie apart, because a teacher
 * sees that a family has not signed and never why.
 */
export const agreements = {
  id: '2026-11-26T0445-agreements',
  sql: `
CREATE TABLE agreement_text (
  school_id uuid NOT NULL,
  hash text NOT NULL,
  agreement text NOT NULL,
  version text NOT NULL,
  language text NOT NULL,
  sense text NOT NULL,
  content jsonb NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (school_id, hash)
);
CREATE INDEX agreement_text_sense ON agreement_text (school_id, agreement, sense);
${shut('agreement_text', { select: 'true', insert: 'true' })}

CREATE TABLE agreement_sign_off (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  agreement text NOT NULL,
  sense text NOT NULL,
  post text NOT NULL,
  by_person uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
${shut('agreement_sign_off', {
  select: `${on('worker')} OR ${holding('any-staff', 'any-governor')}`,
  insert: isMe('by_person'),
})}

CREATE TABLE agreement_signature (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  agreement text NOT NULL,
  version text NOT NULL,
  language text NOT NULL,
  text_hash text NOT NULL,
  sense text NOT NULL,
  subject_id uuid,
  about_pupil boolean NOT NULL,
  visit_id uuid,
  role text NOT NULL CHECK (role IN ('self', 'parent', 'school')),
  signer_id uuid,
  signer_name text NOT NULL,
  method text NOT NULL CHECK (method IN ('own-device', 'class', 'desk', 'link', 'letter', 'paper')),
  recorded_by uuid,
  via_hash text,
  session_id uuid,
  invitation_id uuid,
  mark text,
  paper_place text,
  answers jsonb NOT NULL DEFAULT '{}',
  reread text[] NOT NULL DEFAULT '{}',
  signed_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  receipt_hash text NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid,
  voided_at timestamptz,
  voided_by uuid,
  void_reason text,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX agreement_signature_subject ON agreement_signature (school_id, subject_id, agreement);
CREATE INDEX agreement_signature_signer ON agreement_signature (school_id, signer_id);
CREATE UNIQUE INDEX agreement_signature_receipt ON agreement_signature (school_id, receipt_hash);
CREATE INDEX agreement_signature_visit ON agreement_signature (school_id, visit_id) WHERE visit_id IS NOT NULL;
${shut('agreement_signature', {
  select: `${seen('subject_id', 'signer_id')} OR ${carriesReceipt('receipt_hash')}`,
  insert: `${on('worker', 'setup')} OR ${may('agreements.keep')} OR ${isMe('recorded_by')} OR ${fromOutside}`,
  update: `${on('worker')} OR ${may('agreements.keep', 'agreements.grant')} OR (about_pupil AND ${may('agreements.class')})`,
})}

CREATE TABLE agreement_fact (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  agreement text NOT NULL,
  version text NOT NULL,
  fact text NOT NULL CHECK (fact IN ('talked-through', 'read', 'discussed')),
  subject_id uuid NOT NULL,
  about_pupil boolean NOT NULL,
  by_person uuid,
  via_hash text,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX agreement_fact_subject ON agreement_fact (school_id, subject_id, agreement);
${shut('agreement_fact', {
  select: seen('subject_id', 'by_person'),
  insert: `${on('worker')} OR ${may('agreements.keep', 'agreements.class')} OR ${isMe('by_person')} OR ${fromOutside}`,
})}

CREATE TABLE agreement_ending (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  agreement text NOT NULL,
  version text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('refused', 'withdrawn')),
  role text NOT NULL,
  subject_id uuid NOT NULL,
  about_pupil boolean NOT NULL,
  signer_id uuid,
  recorded_by uuid,
  via_hash text,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX agreement_ending_subject ON agreement_ending (school_id, subject_id, agreement);
${shut('agreement_ending', {
  select: seen('subject_id', 'signer_id'),
  insert: `${on('worker')} OR ${may('agreements.keep')} OR ${isMe('recorded_by')} OR ${fromOutside}`,
})}

CREATE TABLE agreement_reason (
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  words text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id)
);
${shut('agreement_reason', { select: `${on('worker')} OR ${may('agreements.reasons')}`, insert: 'true' })}
`,
}
