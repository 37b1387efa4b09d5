import { accessSync, constants } from 'node:fs'
import { root } from './root.mjs'
import { giveUp } from './say.mjs'

/** Goes on only if this account may write here; a service's account often may not, and should not. */
export function mustBeWritable() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    giveUp(
      `Hedgerow was updated, and this account may not build it in ${root}. ` +
        'Run "node bin/hedgerow.mjs --help" there as the account that owns it, then start again.',
    )
  }
}
