import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Type from 'typebox'
import { Check } from 'typebox/value'
import type { Snapshot } from '../../../engine/src/index.js'

const whole = Type.Integer({ minimum: 0 })
const remembered = Type.Object({
  number: whole,
  suppliers: Type.Array(Type.Object({ supplier: Type.String(), edition: whole, entries: whole })),
})

/** What was in force last: the snapshot's number, and which edition of each supplier's list. */
export type InForce = Type.Static<typeof remembered>

const NAME = 'illegal-layer.json'

/**
 * Remembers across restarts what was in force, so that stopping and starting is no way round the illegal layer. Holds
 * names of suppliers and numbers, nothing listed. It never throws: a gateway that does not start is taken out of the way,
 * so whatever is wrong with the file is `trouble`, in a sentence, and filtering goes on.
 */
export class LayerMemory {
  readonly #folder: string
  readonly #writer: string
  #inForce: InForce = { number: 0, suppliers: [] }
  #trouble: string | null = null

  /** `writer` tells processes that share the folder apart; each writes all of it, whole. */
  constructor(folder: string, writer: string) {
    this.#folder = folder
    this.#writer = writer
  }

  get inForce(): InForce {
    return this.#inForce
  }

  /** What was wrong when it was last read or written; null for nothing. */
  get trouble(): string | null {
    return this.#trouble
  }

  read(): void {
    try {
      const found: unknown = JSON.parse(readFileSync(this.#file, 'utf8'))
      if (!Check(remembered, found)) throw new Error('it does not hold what was written there')
      this.#inForce = found
      this.#trouble = null
    } catch (fault) {
      this.#trouble =
        fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
          ? `${this.#file}, which remembers what was in force, is not there: right at a first start, else somebody took it away.`
          : `${this.#file}, which remembers what was in force, cannot be read: ${messageOf(fault)}.`
    }
  }

  /** To be called with every snapshot that is taken into use. */
  keep({ id, illegal }: Snapshot): void {
    const suppliers = illegal.suppliers.map(({ supplier, edition, entries }) => ({ supplier, edition, entries }))
    this.#inForce = { number: id.number, suppliers }
    const draft = `${this.#file}.${this.#writer}.draft`
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      writeFileSync(draft, `${JSON.stringify(this.#inForce, null, 2)}\n`, { mode: 0o600, flush: true })
      renameSync(draft, this.#file)
      this.#trouble = null
    } catch (fault) {
      this.#trouble = `${this.#file}, which remembers what is in force, cannot be written: ${messageOf(fault)}.`
    }
  }

  get #file(): string {
    return join(this.#folder, NAME)
  }
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
