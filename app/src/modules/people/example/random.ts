import { present } from '../import/present.js'

/** A source of chance that gives the same run for the same seed, so that every look round the example school finds the same people. */
export interface Random {
  /** From 0 up to but not including `below`, whole. */
  below(below: number): number
  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T
  /** The list in another order. */
  shuffle<T>(list: readonly T[]): T[]
  /** True so often, from 0 to 1. */
  chance(share: number): boolean
}

/** Mulberry32, a public-domain generator of 32 bits: quick, even enough for names and birthdays, and no good for secrets. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (list) => present(list[below(list.length)]),
    chance: (share) => next() < share,
    shuffle: (list) => {
      const mixed = [...list]
      for (let place = mixed.length - 1; place > 0; place -= 1) {
        const other = below(place + 1)
        ;[mixed[place], mixed[other]] = [present(mixed[other]), present(mixed[place])]
      }
      return mixed
    },
  }
}
