import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast } from './accent.js'

// The colours are plain JavaScript, because the asset build reads them before anything is compiled.
const file = '../../../../app/src/web/assets/tones.mjs'
const { tones, functional, toneFor } = (await import(file)) as {
  tones: Record<string, readonly [string, string]>
  functional: Record<string, string>
  toneFor: (property: string, colour: string, selector: string) => string
}

/** Words and the ground they stand on: 4.5 to 1 at least. */
const words: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'card', 'quiet', 'surface', 'hover']],
  ['soft-ink', ['paper', 'card', 'quiet', 'surface']],
  ['sky', ['paper', 'card', 'quiet', 'surface']],
  ['sky-hover', ['paper', 'card', 'quiet', 'surface']],
  ['sky-visited', ['paper', 'card', 'surface']],
  ['action', ['paper', 'card', 'quiet']],
  ['danger', ['paper', 'card']],
  ['on-header', ['header']],
  ['on-strong', ['action', 'action-hover', 'danger', 'danger-hover', 'sky']],
  ['straw-ink', ['straw']],
  ['focus-ink', ['focus']],
  ...['blue', 'green', 'teal', 'purple', 'magenta', 'red', 'orange'].map(
    (hue) => [`${hue}-ink`, [`${hue}-ground`]] as const,
  ),
  ['orange-ink', ['straw']],
]

/** Edges that tell a control or a state from its ground: 3 to 1 at least. */
const edges: readonly (readonly [string, readonly string[]])[] = [
  ['edge', ['paper', 'card']],
  ['action', ['paper']],
  ['danger', ['paper']],
  ['amber', ['paper']],
  ['sky', ['paper']],
]

function weakest(one: string, other: string): number {
  return Math.min(...[0, 1].map((at) => contrast(tones[one]?.[at] ?? '', tones[other]?.[at] ?? '')))
}

test('words can be read on every ground they stand on, by daylight and in the dark', () => {
  for (const [ink, grounds] of words)
    for (const ground of grounds) assert.ok(weakest(ink, ground) >= 4.5, `${ink} on ${ground}: ${weakest(ink, ground)}`)
})

test('edges and shapes stand out from their ground', () => {
  for (const [edge, grounds] of edges)
    for (const ground of grounds)
      assert.ok(weakest(edge, ground) >= 3, `${edge} on ${ground}: ${weakest(edge, ground)}`)
})

test('every functional colour of GOV.UK Frontend is one of ours', () => {
  for (const [name, tone] of Object.entries(functional)) assert.ok(tones[tone], name)
})

test('a colour that has no partner in the dark stops the build', () => {
  assert.equal(toneFor('color', '#0b0c0c', '.x'), 'ink')
  assert.equal(toneFor('color', '#0b0c0c', '.x:focus'), 'focus-ink')
  assert.throws(() => toneFor('color', '#bada55', '.x'), /No tone for color: #bada55 in .x/)
})
