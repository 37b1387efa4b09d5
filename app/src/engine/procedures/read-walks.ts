import { Check, Errors } from 'typebox/value'
import { parse } from 'yaml'
import { walksSchema } from './walk-schema.js'
import type { Play, Walk, WrittenEntry, WrittenWalks } from './walk-schema.js'

/** The worked examples of one procedure. */
export interface Walks {
  readonly procedure: string
  readonly walks: readonly Walk[]
}

/** Reads worked examples. Throws when they are not of the right form: they are tests, and a broken test must not pass. */
export function readWalks(yaml: string): Walks {
  const written: unknown = parse(yaml)
  if (!Check(walksSchema, written)) {
    const [first] = Errors(walksSchema, written)
    throw new Error(`These walks are not of the right form: ${first?.instancePath} ${first?.message}`)
  }
  const walks = written.walks.map((walk) => ({ ...walk, entries: writtenOut(walk.entries, written) }))
  return { procedure: written.procedure, walks }
}

function writtenOut(entries: readonly WrittenEntry[], written: WrittenWalks): readonly Play[] {
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return [{ step: entry }]
    if (!('stretch' in entry)) return [entry]
    const stretch = written.stretches?.[entry.stretch]
    if (stretch === undefined) throw new Error(`There is no stretch “${entry.stretch}”.`)
    return writtenOut(stretch, written)
  })
}
