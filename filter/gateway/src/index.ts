/** What the application's command line may use of the gateway. */
export type { Snapshot } from '../../engine/src/index.js'
