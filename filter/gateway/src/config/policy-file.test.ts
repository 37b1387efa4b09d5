import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { compiled, listOf } from '../../../engine/test/school.js'
import { policySchema, readPolicy } from './policy-file.js'

const document = readFileSync('docs/filter/policy-format.md', 'utf8')
const [policy = '', filter = ''] = [...document.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, yaml]) => yaml)

/** Every word and every choice that a schema knows. */
function wordsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, enum: choices = [] } = schema as { properties?: object; enum?: readonly string[] }
  return [...Object.keys(properties), ...choices, ...Object.values(schema).flatMap(wordsOf)].concat(
    Object.values(properties).flatMap(wordsOf),
  )
}

describe('the page about policy.yaml', () => {
  test('has an example that is compiled just as it stands', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'policy-')), 'policy.yaml')
    writeFileSync(file, policy)
    const { lists } = parse(filter) as { lists: readonly { id: string; category?: string }[] }
    const { bytes, report } = await compiled({
      policy: readPolicy(file),
      lists: lists.map(({ id, category = null }) => listOf(id, `${id}-site.example`, { category })),
    })
    assert.deepEqual(report.problems, [])
    assert.ok(bytes !== null)
  })

  test('explains every word that the file may hold', () => {
    const words = [...new Set(wordsOf(policySchema))]
    assert.ok(words.includes('liftable') && words.includes('not-school-days'), 'the schema is walked to its leaves')
    assert.deepEqual(
      words.filter((word) => !new RegExp(`\`[^\`\n]*(?<![a-z-])${word}(?![a-z-])[^\`\n]*\``).test(document)),
      [],
    )
  })
})
