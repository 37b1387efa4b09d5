import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BASE, OVERLAY, judgeOverlay, said } from './pack.examples.js'

/** Small and repeatable: a failure names the seed, and the seed brings the same pack back (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const SCRAPS = [
  '[',
  ']',
  '{',
  '}',
  ':',
  '- ',
  '\n',
  '  ',
  '*a',
  '&a ',
  '!!x ',
  '"',
  "'",
  '|',
  '>',
  '~',
  'null',
  '1e999',
  '.nan',
  '<<: ',
  '__proto__: ',
  '\u0000',
  '\u202e',
  '\ud800',
  '?',
  ',',
  '#',
  '0',
  'true',
  '- id: dsl\n',
  'drop: true',
]

/** Cuts, repeats, swaps or plants a scrap somewhere in the text. */
function mutated(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1)
  const length = random(30)
  const scrap = SCRAPS[random(SCRAPS.length)] ?? ''
  const lines = text.split('\n')
  switch (random(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length)
    case 1:
      return text.slice(0, at) + scrap + text.slice(at)
    case 2:
      return text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length)
    case 3:
      return lines.toSpliced(random(lines.length), 1).join('\n')
    default:
      return lines.toSpliced(random(lines.length), 0, lines[random(lines.length)] ?? '').join('\n')
  }
}

function spoilt(files: ReadonlyMap<string, string>, random: (below: number) => number): ReadonlyMap<string, string> {
  const paths = [...files.keys()]
  const path = paths[random(paths.length)] ?? ''
  let text = files.get(path) ?? ''
  for (let times = random(4); times >= 0; times--) text = mutated(text, random)
  return new Map(files).set(path, text)
}

test('400 spoilt packs are each judged in sentences with a file, and none brings the loader down', () => {
  let refused = 0
  for (let seed = 1; seed <= 400; seed++) {
    const random = randomFrom(seed)
    const base = random(2) === 0 ? spoilt(BASE, random) : BASE
    const overlay = base === BASE ? spoilt(OVERLAY, random) : OVERLAY
    const lines = said(assertJudged(seed, () => judgeOverlay(overlay, base)))
    if (lines.length > 0) refused += 1
    for (const line of lines) assert.match(line, /^packs\/(small|named)[^:]*: \S.*[.?]$/s, `seed ${seed}`)
  }
  // A judge that refuses everything, or nothing, would also never fall over.
  assert.ok(refused > 150 && refused < 390, `${refused} of 400 were refused`)
})

function assertJudged<Result>(seed: number, judge: () => Result): Result {
  try {
    return judge()
  } catch (error) {
    throw new Error(`seed ${seed} brought the loader down`, { cause: error })
  }
}
