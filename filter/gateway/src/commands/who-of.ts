import type { OpenSnapshot, Who } from '../../../engine/src/index.js'
import { Problem } from '../problem.js'

/** What the options of several commands say of who asks. */
export interface WhoOptions {
  readonly group: string
  readonly person?: string
  readonly device?: string
  readonly place?: string
  readonly class?: readonly string[]
}

/** Throws a Problem for a group that the policy does not have: its answer would be about nobody. */
export function whoOf({ group, person, device, place, class: classes }: WhoOptions, { policy }: OpenSnapshot): Who {
  if (!policy.groups.some(({ id }) => id === group))
    throw new Problem(`The policy has no group "${group}". It has ${policy.groups.map(({ id }) => id).join(', ')}.`)
  return { group, person: person ?? null, device: device ?? null, place: place ?? null, classes: classes ?? [] }
}
