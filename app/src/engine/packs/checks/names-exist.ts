import { didYouMean } from '../did-you-mean.js'
import type { Known } from '../known.js'
import type { Pack } from '../pack.js'
import type { Check } from './fault.js'
import type { Kind } from './references.js'
import { referencesIn } from './references.js'

/** Every name that a pack uses stands for something. */
export const namesExist: Check = (pack, known) => {
  const names = namesOf(pack, known)
  return referencesIn(pack).flatMap(({ kind, id, user, on, key }) => {
    if (names[kind].has(id)) return []
    const near = didYouMean(id, names[kind])
    return [{ on, key, sentence: `${user} names the ${kind} "${id}", which does not exist${near || '.'}` }]
  })
}

function namesOf(pack: Pack, known: Known): Readonly<Record<Kind, ReadonlySet<string>>> {
  const posts = ids(pack.posts)
  return {
    post: posts,
    'post or audience': new Set([...posts, ...ids(pack.audiences)]),
    agency: ids(pack.agencies),
    risk: new Set([...ids(pack.risks), ...pack.risks.flatMap(({ subtypes }) => [...ids(subtypes)])]),
    clock: ids(pack.clocks),
    procedure: ids(pack.procedures),
    question: ids(pack.questions),
    law: ids(pack.laws),
    agreement: ids(pack.agreements),
    'key message': ids(pack.keyMessages),
    technology: ids(pack.technologies),
    mechanism: new Set(known.mechanisms.keys()),
    requirement: known.requirements,
    permission: known.permissions,
  }
}

const ids = (entries: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(entries.map(({ id }) => id))
