import { existsSync } from 'node:fs'
import { resolve, dirname } from 'node:path'
import { withIllegalLayerOf } from '../../../engine/src/index.js'
import { compileConfig } from '../config/compile-config.js'
import { readYaml } from '../config/read-yaml.js'
import { Problem } from '../problem.js'
import { signingSeal } from '../serve/seal.js'
import { lastSnapshot } from './last-snapshot.js'
import { openWith } from './open-snapshot-file.js'
import { putInPlace } from './put-in-place.js'
import { say } from './say.js'

/**
 * `hedgerow filter go-back <filter.yaml> <number>`: the lists and policy of a kept snapshot with the newest layer of illegal
 * content, under a new number. Copying the old file back would do for a gateway only while no supplier's list has been
 * renewed since; this does always.
 */
export async function goBack(file: string, number: string): Promise<number> {
  const { key, snapshot, keep } = readYaml(file, 'what to compile', compileConfig)
  const whole = (path: string): string => resolve(dirname(file), path)
  const place = whole(snapshot)
  const old = `${place}.${number}`
  if (!/^[1-9]\d*$/.test(number) || !existsSync(old))
    throw new Problem(`No snapshot ${number} is kept beside ${place}.`)
  const seal = signingSeal(whole(key))
  const { snapshot: newest, number: before, keepAs } = await lastSnapshot(place, seal)
  const kept = await openWith(old, seal)
  const next = { number: before + 1, at: Date.now(), seal }
  putInPlace({ snapshot: place, keep }, keepAs, withIllegalLayerOf(kept, newest ?? kept, next))
  say(
    `Snapshot ${next.number} is in ${place}: what snapshot ${number} held, with the illegal layer of ${(newest ?? kept).id.number}.`,
  )
  return 0
}
