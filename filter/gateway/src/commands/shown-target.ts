/** An address as it may be shown. Whoever reads what a supplier lists as illegal may open it; the log has it, for the police. */
export const shownTarget = (target: string, layer: string): string =>
  layer === 'illegal' ? 'an address on a supplier’s list of illegal content, which is not shown' : target
