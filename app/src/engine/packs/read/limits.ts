/**
 * What a pack may weigh. The base has the largest files at about 60 KB and 2,000 values; ten times that is more than any
 * school writes and still parses in well under a second, so a pack from a stranger cannot tie the server up.
 */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 512 * 1024,
  /** Bytes of all files together. */
  packBytes: 4 * 1024 * 1024,
  /** Files in one folder of a pack. */
  files: 200,
  /** Maps and lists inside one another. */
  depth: 20,
  /** Values in one file. */
  values: 40_000,
} as const
