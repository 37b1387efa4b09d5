import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import type { ComponentType } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { normalisedHtml } from '../../../../test/normalised-html.js'
import { ported, raw } from './ported.examples.js'

/** A published example: options as the macros take them, and the HTML that GOV.UK Frontend makes of them. */
interface Fixture {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

type Options = Record<string, unknown>

const require = createRequire(import.meta.url)
const components = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist/govuk/components')

function fixturesOf(component: string): readonly Fixture[] {
  const file = readFileSync(join(components, component, 'fixtures.json'), 'utf8')
  return (JSON.parse(file) as { readonly fixtures: readonly Fixture[] }).fixtures
}

/** Options with `html` become ours: `text` that is JSX. Where the macros take both, html wins. */
function translated(options: unknown): unknown {
  if (Array.isArray(options)) return options.map(translated)
  if (typeof options !== 'object' || options === null) return options
  const ours: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(options)) {
    const [, stem] = /^(.*?)html$/i.exec(key) ?? []
    if (stem === undefined) ours[key] ??= key === 'attributes' ? value : translated(value)
    else if (typeof value === 'string' && value) ours[stem ? `${stem}Text` : 'text'] = raw(value)
  }
  return ours
}

for (const [name, { Component, skipped = {}, adapt = (options: Options) => options }] of Object.entries(ported)) {
  const Ported = Component as ComponentType<object>
  test(`${name} renders as GOV.UK Frontend does`, () => {
    const fixtures = fixturesOf(name)
    const unknown = Object.keys(skipped).filter((skip) => !fixtures.some((fixture) => fixture.name === skip))
    assert.deepEqual(unknown, [], 'every skipped fixture exists')
    for (const fixture of fixtures) {
      if (fixture.name in skipped) continue
      const options = adapt(translated(fixture.options) as Options)
      const ours = renderToString(<Ported {...options} />)
      assert.equal(normalisedHtml(ours), normalisedHtml(fixture.html), `${name}: ${fixture.name}`)
    }
  })
}

test('the comparison tells a missing attribute, a changed word and a lost space', () => {
  const one = '<p class="a  b" id="x">Error:\n  <span>two</span> words</p>'
  assert.equal(normalisedHtml(one), normalisedHtml('<p id="x" class="a b">\n Error: <span>two</span> words\n</p>'))
  for (const other of [
    '<p class="a b">Error: <span>two</span> words</p>',
    '<p class="a b" id="x">Error: <span>three</span> words</p>',
    '<p class="a b" id="x">Error: <span>two</span>words</p>',
  ])
    assert.notEqual(normalisedHtml(one), normalisedHtml(other))
})
