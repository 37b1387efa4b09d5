/** What the gateway, the extension and the application may use of the engine. */
export type * from './contract.js'
export type * from './list-source.js'
export type * from './policy.js'
