import type { Deps } from '../../engine/deps.js'
import type { Duty } from '../../engine/duties/duty.js'
import type { Notice } from '../../engine/notices/notice.js'
import type { Register } from '../../engine/registers/register.js'
import { Refusal } from '../../kernel/refusal.js'

type Modules = Deps['modules']

/** Everything that the modules declare for the engines, in their order. */
export const registersOf = (modules: Modules): readonly Register[] => modules.flatMap(({ registers = [] }) => registers)
export const dutiesOf = (modules: Modules): readonly Duty[] => modules.flatMap(({ duties = [] }) => duties)
export const noticesOf = (modules: Modules): readonly Notice[] => modules.flatMap(({ notices = [] }) => notices)

/** The one of this id, for an address; a page that does not exist where there is none. */
export function declared<One extends { readonly id: string }>(all: readonly One[], id: string): One {
  const found = all.find((one) => one.id === id)
  if (!found) throw new Refusal('not-found', 'There is no such page. Go back and choose again.')
  return found
}
