/** A permission that a module's manifest declares ('checks.read'). */
export type Access = `${string}.${string}`
