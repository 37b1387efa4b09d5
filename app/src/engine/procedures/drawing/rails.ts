import type { Way } from '../procedure.js'
import type { Column, Placed } from './columns.js'

/** A line that leaves a card, runs down beside the column and enters a card further down. */
export interface Rail {
  readonly from: Placed
  readonly to: Placed
  readonly way: Way
  readonly startY: number
  readonly endY: number
  /** Which of the parallel lines beside the column it is; 0 is nearest to the cards. */
  readonly track: number
}

/**
 * The lines of one column: every way to a card further down than the next. Ways into other columns have no line; the
 * number on the card says where to go on. Lines into the same card share a track, so that they meet as one.
 */
export function railsOf(column: Column): readonly Rail[] {
  const wanted = column.flatMap((from, place) =>
    from.card.ways.flatMap(({ way, y }) => {
      const target = column.findIndex((placed) => placed.card.step.id === way.go)
      const to = column[target]
      if (to === undefined || target <= place + 1) return []
      return [{ from, to, way, startY: from.top + y, endY: to.top + 24 }]
    }),
  )
  return withTracks(wanted)
}

function withTracks(wanted: readonly Omit<Rail, 'track'>[]): readonly Rail[] {
  const targets = [...new Set(wanted.map((rail) => rail.to))]
    .map((to) => ({ to, rails: wanted.filter((rail) => rail.to === to) }))
    .map((bundle) => ({ ...bundle, top: Math.min(...bundle.rails.map((rail) => rail.startY)) }))
    // Short ones lie inside long ones, so that lines cross as little as can be.
    .sort((one, other) => one.to.top - one.top - (other.to.top - other.top))
  const tracks: { readonly top: number; readonly bottom: number }[][] = []
  return targets.flatMap(({ to, rails, top }) => {
    const bottom = to.top + 24
    const free = tracks.findIndex((track) => track.every((taken) => taken.bottom < top - 4 || taken.top > bottom + 4))
    const track = free === -1 ? tracks.push([]) - 1 : free
    tracks[track]?.push({ top, bottom })
    return rails.map((rail) => ({ ...rail, track }))
  })
}

/** How many tracks a column needs. */
export const trackCount = (rails: readonly Rail[]): number => Math.max(0, ...rails.map((rail) => rail.track + 1))
