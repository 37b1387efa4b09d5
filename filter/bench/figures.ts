/** One measured figure beside its goal. `met` is null where there is no goal. */
export interface Figure {
  readonly what: string
  readonly found: string
  readonly goal: string
  readonly met: boolean | null
}

export function figure(
  what: string,
  found: number,
  unit: string,
  goal?: { readonly atLeast?: number; readonly atMost?: number },
): Figure {
  const digits = found < 10 ? 3 : found < 100 ? 1 : 0
  const text = `${found.toLocaleString('en-GB', { maximumFractionDigits: digits })}${unit}`
  if (Number.isNaN(found)) return { what, found: 'not measured', goal: '–', met: null }
  if (goal === undefined) return { what, found: text, goal: '–', met: null }
  const { atLeast, atMost } = goal
  const met = (atLeast === undefined || found >= atLeast) && (atMost === undefined || found <= atMost)
  return { what, found: text, goal: atLeast === undefined ? `≤ ${atMost}${unit}` : `≥ ${atLeast}${unit}`, met }
}

export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ what, found, goal, met }) =>
      `| ${what} | ${found} | ${goal} | ${met === null ? '' : met ? 'met' : '**missed**'} |`,
  )
  return ['| what | found | goal | |', '|---|---|---|---|', ...rows].join('\n')
}
