import type { Retention } from '../../engine/module.js'

const asDeclared = {
  keep: 'as its register says',
  from: 'the day it was ended',
  basis: 'Each register’s page names its own time and reason',
}
const proof = {
  keep: '7 years',
  from: 'the act',
  basis: 'Shows whether promises were kept on any past date',
}

/** How long what the engines keep lives. */
export const retention: readonly Retention[] = [
  { table: 'register_entry', ...asDeclared },
  { table: 'register_version', ...asDeclared },
  { table: 'register_secret', ...asDeclared },
  { table: 'duty_call', ...proof },
  { table: 'duty_answer', ...proof },
  { table: 'notice_version', ...proof },
  { table: 'notice_receipt', ...proof },
]
