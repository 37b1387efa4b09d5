import type { Deps } from '../../engine/deps.js'
import { buildExample } from './build-example.js'

/** How far the example school is, for the page that waits for it. */
export interface Building {
  readonly done: number
  readonly of: number
  readonly failed: boolean
}

/** One build per database at a time, however often the button is pressed. */
const running = new WeakMap<Deps['db'], { now: Building }>()

/** The build that is running or that failed, or null when there is none. */
export const buildingNow = ({ db }: Pick<Deps, 'db'>): Building | null => running.get(db)?.now ?? null

/** Begins to build the example school in the background, unless that has begun. `onFault` hears of what went wrong. */
export function beginExample(deps: Deps, onFault: (fault: unknown) => void): void {
  const before = running.get(deps.db)
  if (before && !before.now.failed) return
  const state = { now: { done: 0, of: 1, failed: false } }
  running.set(deps.db, state)
  const refused = (story: string, act: string): void =>
    onFault(new Error(`The example story ${story} was refused its act ${act}`))
  buildExample(deps, refused, (done, of) => (state.now = { done, of, failed: false })).then(
    () => void running.delete(deps.db),
    (fault: unknown) => {
      state.now = { ...state.now, failed: true }
      onFault(fault)
    },
  )
}
