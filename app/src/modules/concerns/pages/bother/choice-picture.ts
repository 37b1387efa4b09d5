import type { PictureName } from '../../../../web/pictures/picture.js'

/** The picture for each choice that a pack may offer, by its id there. */
const byId: Readonly<Record<string, PictureName>> = {
  unkind: 'unkind-words',
  'saw-something': 'saw-something',
  'asked-something': 'asked-something',
  'something-else': 'something-else',
  'just-so-you-know': 'just-so-you-know',
  'ask-me-first': 'ask-me-first',
  'please-help': 'please-help',
}

/** A choice that a school's own pack adds has no drawing of its own: it gets the ball of wool, which stands for anything. */
export function choicePicture(id: string): PictureName {
  return byId[id] ?? 'something-else'
}
