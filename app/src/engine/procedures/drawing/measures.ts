/** Sizes of the drawing in its own units; about a point when an A3 sheet is printed. */
export const measures = {
  card: 372,
  /** A step that not every case passes stands in by this much. */
  indent: 22,
  padding: 10,
  gap: 20,
  columnGap: 30,
  /** Room left of the cards for lines that jump ahead, and between two such lines. */
  rail: 11,
  margin: 36,
  head: 84,
  foot: 46,
  title: 15,
  words: 11.5,
  line: 1.28,
} as const
