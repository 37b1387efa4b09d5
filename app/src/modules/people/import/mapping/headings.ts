import type { ChildField, ContactField, PersonField } from './fields.js'

/**
 * The headings under which school systems export each field, the surest first, in plain form (see `plainHeading`). Order of the
 * fields matters too: where a file has both 'Legal forename' and 'Forename', the second is left for the name used in school.
 */
export const PERSON_HEADINGS: Readonly<Record<PersonField, readonly string[]>> = {
  id: [
    'mis id',
    'person id',
    'id',
    'adno',
    'admission number',
    'admission no',
    'adm no',
    'staff code',
    'staff id',
    'employee id',
    'employee number',
    'payroll number',
    'code',
    'reference',
    'ref',
    'guid',
    'external id',
    'unique id',
  ],
  kind: ['kind', 'person type', 'user type', 'type of person', 'type'],
  given: [
    'legal forename',
    'legal first name',
    'legal forenames',
    'legal given name',
    'forename',
    'first name',
    'forenames',
    'given name',
    'firstname',
  ],
  family: ['legal surname', 'legal last name', 'legal family name', 'surname', 'last name', 'family name', 'lastname'],
  'full-name': ['legal full name', 'full name', 'name', 'surname forename', 'display name'],
  'preferred-given': [
    'preferred forename',
    'preferred first name',
    'preferred given name',
    'preferred name',
    'known as',
    'chosen name',
    'chosen first name',
    'forename',
    'first name',
  ],
  'preferred-family': [
    'preferred surname',
    'preferred last name',
    'preferred family name',
    'chosen surname',
    'chosen last name',
    'surname',
    'last name',
  ],
  born: ['date of birth', 'dob', 'birth date', 'birthdate', 'birthday', 'born', 'd o b'],
  year: [
    'ncy',
    'nc year',
    'national curriculum year',
    'actual nc year',
    'curriculum year',
    'year group',
    'year',
    'yr',
    'year taught in',
    'grade',
  ],
  class: [
    'reg',
    'reg group',
    'registration group',
    'registration form',
    'reg form',
    'registration',
    'form',
    'class',
    'class name',
    'tutor group',
    'form group',
  ],
  upn: ['upn', 'unique pupil number'],
  email: [
    'email',
    'email address',
    'work email',
    'school email',
    'primary email',
    'main email',
    'home email',
    'personal email',
  ],
  username: ['username', 'user name', 'login', 'login name', 'network username'],
  'job-title': ['job title', 'job', 'post', 'position', 'role', 'business role', 'staff role', 'job role', 'main role'],
  start: [
    'start date',
    'date of admission',
    'admission date',
    'doa',
    'date of entry',
    'entry date',
    'date started',
    'employment start date',
    'started',
    'arrival date',
  ],
  end: ['end date', 'date of leaving', 'leaving date', 'dol', 'leaving', 'date left', 'employment end date', 'left'],
  sen: ['sen status', 'sen', 'send status', 'send', 'sen stage', 'sen provision', 'sen need status'],
  'in-care': [
    'in care',
    'looked after',
    'lac',
    'in lea care',
    'child looked after',
    'cla',
    'looked after child',
    'is in care',
  ],
  'english-additional': ['eal', 'english as an additional language', 'is eal', 'english additional language'],
  'young-carer': ['young carer', 'is young carer', 'young carer status'],
}

/** Headings of a contact's fields, without the 'Contact 1' before them. */
export const CONTACT_HEADINGS: Readonly<Record<ContactField, readonly string[]>> = {
  id: ['id', 'contact id', 'person id', 'mis id', 'reference', 'guid'],
  given: ['legal forename', 'legal first name', 'forename', 'first name', 'forenames', 'given name', 'firstname'],
  family: ['legal surname', 'legal last name', 'surname', 'last name', 'family name', 'lastname'],
  'full-name': ['legal full name', 'full name', 'name', 'display name', ''],
  email: ['email', 'email address', 'primary email', 'main email', 'home email', 'personal email', 'work email'],
  phone: [
    'mobile',
    'mobile phone',
    'mobile number',
    'mobile telephone',
    'telephone',
    'phone',
    'phone number',
    'telephone number',
    'main telephone',
    'primary telephone',
    'home telephone',
    'home phone',
    'tel',
  ],
  relationship: [
    'relationship',
    'relationship to student',
    'relationship to pupil',
    'relationship to child',
    'relation',
    'relation type',
    'relationship type',
  ],
  responsibility: [
    'parental responsibility',
    'has parental responsibility',
    'pr',
    'legal guardian',
    'responsibility',
    'parental resp',
  ],
  priority: ['priority', 'contact priority', 'order', 'call order', 'contact order', 'priority order'],
  contactable: ['contactable', 'may be contacted', 'can be contacted', 'contact allowed'],
}

/** Headings that name the child in a contacts file, without 'Pupil' or 'Student' before them. */
export const CHILD_HEADINGS: Readonly<Record<ChildField, readonly string[]>> = {
  'child-id': ['id', 'mis id', 'person id', 'adno', 'admission number', 'admission no', 'adm no', 'reference', 'guid'],
  'child-upn': ['upn', 'unique pupil number'],
}

/** Columns that exports often bring and Hedgerow has no use for: what is not needed is not read (UK GDPR art. 5(1)(c)). */
export const UNNEEDED =
  /^(?:title|initials?|middle names?|legal middle names?|gender|sex|pronouns|ethnicity.*|ethnic.*|religion.*|nationality.*|first language|home language|mother tongue|country.*|house|address.*|.*\baddress(?: \w+)?|street|town|city|county|post ?code|postal code|.*(?:telephone|phone|mobile)(?: number)?|fsm.*|free school meals?.*|pupil premium.*|service child.*|medical.*|doctor.*|dietary.*|allerg.*|attendance.*|photo.*|age|enrol?l?ment status|boarder.*|exam number|uln|uci|candidate.*|national insurance.*|ni number|salary.*|dbs.*|court order.*|key stage|former upn|travel.*|nhs number)$/

/** A heading in plain form: small letters and figures with single blanks ('Parent/Carer 1: E-mail' is 'parent carer 1 email'). */
export function plainHeading(heading: string): string {
  return heading
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/['’]s?\b/g, '')
    .replaceAll(/e-mail/g, 'email')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
