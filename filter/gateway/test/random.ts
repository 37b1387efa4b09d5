/** Numbers that look random and are the same in every run: what fails once fails again. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    // Mulberry32: small, even enough for choosing what to break.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** A copy of some bytes, cut, stretched and with some of them changed. */
export function damaged(bytes: Buffer, random: (below: number) => number): Buffer {
  const cut = random(4) === 0 ? bytes.subarray(0, random(bytes.length + 1)) : bytes
  const copy = Buffer.concat([cut, Buffer.alloc(random(5) === 0 ? random(600) : 0, random(256))])
  for (let hits = random(8); hits > 0 && copy.length > 0; hits--) copy[random(copy.length)] = random(256)
  return copy
}
