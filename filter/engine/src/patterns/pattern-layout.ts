/**
 * How patterns lie in a snapshot: numbers of four bytes, then bytes. All patterns in one order, those about a host first,
 * sorted by it; then those with no four characters between two wildcards; then the rest.
 *
 *     count, hosts, always, slots, runs     how many there are of each; `slots` is a power of two, or 0
 *     count + 1                             where each pattern's bytes begin, and where the last one's end
 *     slots × 2                             a gram and where its run of patterns begins; NONE for an empty slot
 *     runs                                  numbers of patterns, the last of each run with the top bit set
 *     bytes                                 of each pattern: its list in two bytes, flags, the host's length, host, text
 */
export const HEAD = 5
export const NONE = 0xffff_ffff
export const LAST = 0x8000_0000
export const PREFIX = 4
export const FROM_START = 1
export const TO_END = 2
export const ABOUT_HOST = 4
