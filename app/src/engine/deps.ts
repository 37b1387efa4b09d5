import type { Core } from '../kernel/core.js'
import type { Module } from './module.js'

/** What routes, jobs and commands of modules are given: the core, and every module's manifest (for mechanisms, measures and sealed tables). */
export interface Deps extends Core {
  readonly modules: readonly Module[]
}
