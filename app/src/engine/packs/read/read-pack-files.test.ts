import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { problemText } from '../problem.js'
import { readPackFiles } from './read-pack-files.js'

let root: string
before(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'hedgerow-packs-')), 'packs')
  await mkdir(join(root, 'good', 'clauses'), { recursive: true })
  await mkdir(join(root, 'good', 'procedures'))
  await writeFile(join(root, 'good', 'pack.yaml'), 'pack: good\n')
  await writeFile(join(root, 'good', 'clauses', '01-people.yaml'), 'part: people\n')
  for (const name of ['a.yaml', 'a.walks.yaml', 'a.svg', 'a.md'])
    await writeFile(join(root, 'good', 'procedures', name), 'id: a\n')
})
after(() => rm(join(root, '..'), { recursive: true }))

const problemsOf = async (id: string) => (await readPackFiles(root, id)).problems.map(problemText)

async function planted(id: string, plant: (folder: string) => Promise<unknown>): Promise<readonly string[]> {
  await mkdir(join(root, id), { recursive: true })
  await writeFile(join(root, id, 'pack.yaml'), `pack: ${id}\n`)
  await plant(join(root, id))
  return problemsOf(id)
}

test('YAML files are read; drawings and worked examples are passed over', async () => {
  const { files, problems } = await readPackFiles(root, 'good')
  assert.deepEqual(problems, [])
  assert.deepEqual([...files.keys()], ['pack.yaml', 'clauses/01-people.yaml', 'procedures/a.yaml'])
})

test('a pack that is not there, or whose name would climb out of the folder, is a problem', async () => {
  for (const id of ['absent', '../packs/good', '..', '', 'Good', '/etc']) {
    assert.deepEqual(await problemsOf(id), [`packs/${id}: there is no pack of this name.`])
  }
})

test('links are not followed', async () => {
  await symlink('/etc', join(root, 'linked'))
  assert.deepEqual(await problemsOf('linked'), ['packs/linked: there is no pack of this name.'])
  assert.deepEqual(await planted('with-link', (folder) => symlink('/etc/passwd', join(folder, 'posts.yaml'))), [
    'packs/with-link/posts.yaml: a pack holds plain files only, no links and no other folders.',
  ])
  assert.deepEqual(await planted('with-linked-clauses', (folder) => symlink('/etc', join(folder, 'clauses'))), [
    'packs/with-linked-clauses/clauses: a pack holds plain files only, no links and no other folders.',
  ])
})

test('files that are not part of a pack, too large or not UTF-8 are problems', async () => {
  assert.deepEqual(await planted('with-script', (folder) => writeFile(join(folder, 'run.js'), '')), [
    'packs/with-script/run.js: this file is not part of a pack.',
  ])
  assert.deepEqual(await planted('heavy', (folder) => writeFile(join(folder, 'help.yaml'), '#'.repeat(600 * 1024))), [
    'packs/heavy/help.yaml: the file is larger than 512 KB.',
  ])
  const latin1 = Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a])
  assert.deepEqual(await planted('latin', (folder) => writeFile(join(folder, 'help.yaml'), latin1)), [
    'packs/latin/help.yaml: the file is not UTF-8 text; save it as UTF-8.',
  ])
})
