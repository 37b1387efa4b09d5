import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../src/kernel/root.js'

interface Locked {
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly resolved?: string
  readonly link?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
const entries = Object.entries(lock.packages)

/** Each of these was met: npm 11 wrote a lock file that it could install from itself, and that npm 9 and 10 refused. */
describe('The lock file', () => {
  it('marks every package for one system as optional, or npm 9 and 10 stop with EBADPLATFORM', () => {
    const bound = entries.filter(([, entry]) => entry.os !== undefined)
    assert.ok(bound.length > 20)
    assert.deepEqual(
      bound.filter(([, entry]) => entry.optional !== true).map(([name]) => name),
      [],
    )
  })

  it('names every optional package, also those of other systems, or npm ci calls it out of step', () => {
    const missing = entries.flatMap(([owner, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !(`node_modules/${name}` in lock.packages) && !(`${owner}/node_modules/${name}` in lock.packages),
      ),
    )
    assert.deepEqual(missing, [])
  })

  it('puts every package of the app where the build, which is beside it, finds the same one', () => {
    assert.deepEqual(
      entries.filter(([name]) => name.startsWith('app/node_modules/')).map(([name]) => name),
      [],
    )
  })

  it('names no registry, so that a school may use a mirror', () => {
    assert.deepEqual(
      entries.filter(([, entry]) => /:\/\//.test(entry.resolved ?? '')).map(([name]) => name),
      [],
    )
  })
})
