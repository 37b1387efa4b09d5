/** What later modules may use of the policy. */
export { activatePack } from './commands/activate-pack.js'
export { packActivated } from './events.js'
export { activePack, findActivePack, packByHash } from './queries/active-pack.js'
export { actorOf, powersOf } from './queries/actor-of.js'
export { postsActedIn, whoActs } from './queries/who-acts.js'
export type { Acting } from './queries/who-acts.js'
