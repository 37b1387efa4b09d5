/**
 * What `look` gives once it gives something that is neither false nor empty. How fast a machine is decides nothing then;
 * after ten seconds it fails.
 */
export async function eventually<Found>(look: () => Found | Promise<Found>, waitMs = 10_000): Promise<Found> {
  const end = performance.now() + waitMs
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > end) throw new Error(`After ${waitMs} ms it is not so: ${String(look)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
