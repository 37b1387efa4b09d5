import { fileURLToPath } from 'node:url'

/** The project's folder, with a separator at its end. Everything in bin/ is plain JavaScript for Node 18 and newer. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
