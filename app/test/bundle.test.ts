import assert from 'node:assert/strict'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { projectRoot } from '../src/kernel/root.js'

const run = join(projectRoot(), 'build/run')

test('what a school starts judges passwords in a worker of its own, as the sources do', async () => {
  const worker = new Worker(join(run, 'strength-worker.js'))
  worker.postMessage({ number: 1, password: 'password', ownWords: [] })
  const [answer] = (await once(worker, 'message')) as [{ readonly number: number }]
  await worker.terminate()
  assert.equal(answer.number, 1)
})

test('the bundled command line finds the packs, and says what is wrong with a command', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(run, 'cli.js'), 'packs', 'check'])
  assert.match(stdout, /All 6 packs are sound\./)
  await assert.rejects(
    promisify(execFile)(process.execPath, [join(run, 'cli.js'), 'nonsense']),
    /unknown command .nonsense./,
  )
})

test('the bundled filter has each of its commands, and says which file is not there', async () => {
  const filter = (...args: string[]) => promisify(execFile)(process.execPath, [join(run, 'filter.js'), ...args])
  const { stdout } = await filter('--help')
  for (const command of ['keys', 'compile', 'go-back', 'explain', 'test', 'diff', 'serve', 'export', 'password'])
    assert.match(stdout, new RegExp(`^ {2}${command}\\b`, 'm'), command)
  await assert.rejects(filter('explain', 'open.example', '--group', 'ks2', '--snapshot', '/none.hgf'), /cannot be read/)
})
