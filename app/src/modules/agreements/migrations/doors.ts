import { carriesReceipt, isMe, may, on } from '../../../kernel/db/row-security.js'

/** What a record of signing may be seen by: the office, whoever grants, the people it names; a class's adults for pupils. */
export const seen = (...people: readonly string[]): string =>
  [
    on('worker', 'setup'),
    may('agreements.keep', 'agreements.grant'),
    `(about_pupil AND ${may('agreements.class')})`,
    ...people.map(isMe),
  ].join(' OR ')

/** A page without an account writes only what carries its own link, code or session. */
export const fromOutside = `(${on('public')} AND ${carriesReceipt('via_hash')})`
