import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inOrder } from '../graph.js'
import { inPlainEnglish } from '../in-plain-english.js'
import { example, worry } from '../procedure.examples.js'
import { drawing } from './drawing.js'
import { textWidth, wrap } from './text.js'

describe('the drawing of a procedure', () => {
  const svg = drawing(worry)

  it('has a title and a description for those who do not see it', () => {
    assert.match(svg, /role="img" aria-labelledby="pd-example-title pd-example-desc"/)
    assert.match(svg, /<title id="pd-example-title">An example<\/title>/)
    assert.match(svg, /<desc id="pd-example-desc">/)
  })

  it('takes its colours from classes and never from a style attribute', () => {
    assert.doesNotMatch(svg, /style=|fill=|stroke=|<style/)
    assert.match(drawing(worry, { standalone: true }), /<style>\.pd /)
  })

  it('shows every step once, with its number', () => {
    for (const [place, step] of inOrder(worry).entries()) {
      assert.ok(svg.includes(`>${step.title}<`), step.title)
      assert.ok(svg.includes(`>${place + 1}</text>`))
    }
    assert.equal(svg.match(/class="pd-card"/g)?.length, worry.steps.length)
  })

  it('says at each question which answer goes where', () => {
    assert.match(svg, />Yes or not known → 3 at once</)
    assert.match(svg, />No → 4</)
  })

  it('is made safe against what a pack may contain', () => {
    const sly = example(`- { id: close, kind: close, by: dsl, title: '<script>alert("1")</script> & more' }`)
    assert.doesNotMatch(drawing(sly), /<script/)
    assert.match(drawing(sly), /&lt;script&gt;/)
  })

  it('can be made of a draft that is not sound yet', () => {
    const draft = example(`
      - { id: a, kind: instruct, by: dsl, title: A, next: b }
      - { id: b, kind: instruct, by: dsl, title: B, next: nowhere }`)
    assert.match(drawing(draft), />B</)
  })
})

describe('the page in plain English', () => {
  const page = inPlainEnglish(worry)

  it('has the same steps under the same numbers', () => {
    for (const [place, step] of inOrder(worry).entries()) assert.ok(page.includes(`### ${place + 1}. ${step.title}`))
  })

  it('says who, by when, what is never done and where to go on', () => {
    assert.match(page, /_Refer: police\._ DSL\./)
    assert.match(page, /- Yes or not known: \*\*go to 3\*\*, at once\./)
    assert.match(page, /DSL · may be skipped with a reason\./)
  })
})

describe('lines of print', () => {
  it('are broken between words, within the width', () => {
    const lines = wrap('Do not look at the image or ask anybody to show it', 12, 120)
    assert.ok(lines.length > 1)
    assert.ok(lines.every((line) => textWidth(line, 12) <= 120))
    assert.equal(lines.join(' '), 'Do not look at the image or ask anybody to show it')
  })

  it('keep a word that is too long whole', () =>
    assert.deepEqual(wrap('Internationalisation', 12, 20), ['Internationalisation']))
})
