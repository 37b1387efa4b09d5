import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A mechanism that a clause may name, built or not. */
export interface KnownMechanism {
  readonly id: string
  readonly module: string
  /** One sentence for the clause page. */
  readonly does: string
}

/** The ids that packs may name but do not define. They ship with the product, so that a pack needs nothing else to be judged. */
export interface Known {
  readonly mechanisms: ReadonlyMap<string, KnownMechanism>
  readonly requirements: ReadonlySet<string>
  readonly permissions: ReadonlySet<string>
}

/**
 * Reads mechanisms.yaml, requirement-ids.txt and permissions.txt beside the packs. They are ours and checked by tests:
 * one that is missing or broken is a fault of the installation and throws.
 */
export async function readKnown(root: string): Promise<Known> {
  const [mechanisms, requirements, permissions] = await Promise.all([
    readFile(join(root, 'mechanisms.yaml'), 'utf8'),
    readFile(join(root, 'requirement-ids.txt'), 'utf8'),
    readFile(join(root, 'permissions.txt'), 'utf8'),
  ])
  const listed = (parse(mechanisms) as { readonly mechanisms: readonly KnownMechanism[] }).mechanisms
  return {
    mechanisms: new Map(listed.map((mechanism) => [mechanism.id, mechanism])),
    requirements: linesOf(requirements),
    permissions: linesOf(permissions),
  }
}

const linesOf = (text: string): ReadonlySet<string> => new Set(text.split(/\r?\n/).filter(Boolean))
