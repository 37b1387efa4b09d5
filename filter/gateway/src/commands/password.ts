import { createInterface } from 'node:readline'
import { hash } from '@node-rs/argon2'
import { Problem } from '../problem.js'
import { say } from './say.js'

/** `hedgerow filter password`: reads a password from standard input and prints what belongs into the file of people. */
export async function password(): Promise<number> {
  const [first = ''] = await Array.fromAsync(createInterface({ input: process.stdin }))
  if (first.length < 8) throw new Problem('A password has 8 characters or more. Type it, then press Enter and Ctrl-D.')
  say(await hash(first))
  return 0
}
