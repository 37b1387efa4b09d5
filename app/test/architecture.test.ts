import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { projectRoot } from '../src/kernel/root.js'
import { modules } from '../src/modules.js'
import { brokenFilterImports, brokenImports } from './import-rules.js'
import { importsOf, sourceFiles } from './read-imports.js'

const root = join(projectRoot(), 'app/src')
const files = sourceFiles(root)
const imports = files.flatMap((file) => importsOf(root, file))
const order = modules.map(({ id }) => id)

/** What the rule says of one made-up import: the test of the test. */
const said = (from: string, to: string): readonly string[] => brokenImports([{ from, to, ours: true }], order)

describe('the rule of imports: call down, announce up', () => {
  test('holds for every source file', () => {
    assert.ok(files.length > 150, `only ${files.length} files were read`)
    assert.ok(imports.length > 500, `only ${imports.length} imports were found`)
    assert.deepEqual(brokenImports(imports, order), [])
  })

  test('would catch each kind of breach', () => {
    assert.equal(said('kernel/actor.ts', 'engine/module').length, 1)
    assert.equal(said('web/page.ts', 'modules/people/index').length, 1)
    assert.equal(said('modules/people/routes.tsx', 'modules/concerns/index').length, 1)
    assert.equal(said('modules/concerns/routes.tsx', 'modules/people/queries/posts-of').length, 1)
    assert.equal(said('modules/people/commands/appoint.ts', 'web/page').length, 1)
    assert.equal(said('modules/people/index.ts', 'app').length, 1)
    assert.equal(said('app.ts', 'modules/people/queries/posts-of').length, 1)
    assert.deepEqual(said('modules/concerns/routes.tsx', 'modules/people/index'), [])
  })

  test('reads imports as the parser sees them, re-exports and import() too', () => {
    const text = `import a from './a.js'\nexport { b } from '../b/index.js'\nconst c = await import('./c.js')\n// import './not-me.js'\n`
    assert.deepEqual(
      importsOf(root, 'modules/x/y.ts', text)
        .map(({ to }) => to)
        .toSorted(),
      ['modules/b/index', 'modules/x/a', 'modules/x/c'],
    )
  })
})

describe('the filter stands alone', () => {
  const filterRoot = join(projectRoot(), 'filter')
  const filterFiles = sourceFiles(filterRoot).filter((file) => /^(engine|gateway)\/src\//.test(file))
  const filterImports = filterFiles.flatMap((file) => importsOf(filterRoot, file))
  const saidOf = (from: string, to: string, ours = true): number => brokenFilterImports([{ from, to, ours }]).length

  test('the engine imports nothing, the gateway only the engine and libraries', () => {
    assert.ok(filterFiles.length >= 4, `only ${filterFiles.length} files were read`)
    assert.ok(filterImports.length >= 3, `only ${filterImports.length} imports were found`)
    assert.deepEqual(brokenFilterImports(filterImports), [])
  })

  test('would catch each kind of breach', () => {
    assert.equal(saidOf('engine/src/open.ts', 'node:fs', false), 1)
    assert.equal(saidOf('engine/src/open.ts', 'dns-packet', false), 1)
    assert.equal(saidOf('engine/src/open.ts', 'gateway/src/serve'), 1)
    assert.equal(saidOf('gateway/src/serve.ts', 'engine/src/open'), 1)
    assert.equal(saidOf('gateway/src/serve.ts', '../app/src/kernel/log'), 1)
    assert.equal(saidOf('gateway/src/serve.ts', 'engine/src/index'), 0)
    assert.equal(saidOf('gateway/src/serve.ts', 'node:dgram', false), 0)
    assert.equal(saidOf('engine/src/open.ts', 'engine/src/policy'), 0)
  })

  test('of the filter, the application knows only the two indexes', () => {
    const outside = imports.filter(({ to }) => to.includes('filter/'))
    assert.deepEqual(
      outside.filter(({ to }) => !/^\.\.\/\.\.\/filter\/(engine|gateway)\/src\/index$/.test(to)),
      [],
    )
  })
})

describe('house style', () => {
  test('no folder or file is called utils, helpers, common, manager or service', () => {
    assert.deepEqual(
      files.filter(
        (file) =>
          /(^|[/-])(utils?|helpers?|common|manager|service)([./-]|$)/.test(file) &&
          !file.includes('service-navigation'),
      ),
      [],
    )
  })

  test('modules keep to their own tables', () => {
    const owners = new Map(
      modules.flatMap((module) => module.retention.map(({ table }) => [table, module.id] as const)),
    )
    const breaches = files
      .filter((file) => file.startsWith('modules/'))
      .flatMap((file) => {
        const own = file.split('/')[1]
        const text = readFileSync(join(root, file), 'utf8')
        const touched = [
          ...text.matchAll(/(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*'([a-z_]+)/g),
        ].map(([, table]) => table ?? '')
        return touched.flatMap((table) =>
          owners.has(table) && owners.get(table) !== own ? [`${file} touches ${table}`] : [],
        )
      })
    assert.deepEqual(breaches, [])
  })
})
