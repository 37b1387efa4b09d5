import { BOTHERS } from './bothers.js'
import { ASKED } from './case-asked-for-picture.js'
import { FILTER } from './case-filter.js'
import { GAME_FRIEND } from './case-game-friend.js'
import { GROUP_CHAT } from './case-group-chat.js'
import { LEFT_OUT } from './case-left-out.js'
import { OPEN_CASES } from './cases-open.js'
import { TREE_HOUSE } from './case-tree-house.js'
import { BORROWED_NAME } from './case-borrowed-name.js'
import { DARE } from './case-dare.js'
import { WORDS_ABOUT_HOME } from './case-words-about-home.js'
import { LOW_EVENING } from './case-low-evening.js'
import { ADVISED } from './settled-by-advice.js'
import { CLOSED } from './settled-by-closing.js'
import type { Story } from './story.js'
import { WAITING } from './waiting.js'

/**
 * Everything that has been told at the example school in two years: 38 concerns, 12 of them cases. All invented, and all of the
 * gentle kind: what a school writes down about such things shows how the product works as well as worse would.
 */
export const STORIES: readonly Story[] = [
  GROUP_CHAT,
  FILTER,
  GAME_FRIEND,
  TREE_HOUSE,
  BORROWED_NAME,
  DARE,
  WORDS_ABOUT_HOME,
  LOW_EVENING,
  ASKED,
  ...OPEN_CASES,
  LEFT_OUT,
  ...ADVISED,
  ...CLOSED,
  ...BOTHERS,
  ...WAITING,
]
