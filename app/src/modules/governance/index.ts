/** Nothing stands above governance; this names what the assembly and the command line use. */
export { standingOf } from './queries/standing.js'
export type { Standing } from './queries/standing.js'
