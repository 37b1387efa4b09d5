import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { stringify } from 'yaml'
import type { Decision } from '../../../engine/src/index.js'
import { policyOf, ruleOf } from '../../../engine/test/school.js'
import { startGateway } from '../../test/school-gateway.js'
import { Talk } from '../../test/talk.js'
import { technician } from '../../test/technician.js'
import { openSnapshotFile } from './open-snapshot-file.js'

const { place, type } = technician()
// In a folder of its own: beside its log a gateway remembers which illegal layer was in force.
const log = join(mkdtempSync(join(tmpdir(), 'why-')), 'log')
const about = ['--log', log]
const ids = { lesson: '', page: '', text: '' }

const policy = policyOf(
  [
    ruleOf('no-games', { verdict: 'block', about: { hosts: ['games.example'] }, to: { everyone: true } }),
    ruleOf('not-in-4b', {
      kind: 'lesson',
      verdict: 'block',
      about: { hosts: ['chess.example'] },
      to: { classes: ['4B'] },
    }),
  ],
  { groups: policyOf([]).groups.map((group) => ({ ...group, words: { 'self-harm': { flag: 50 } } })) },
)

/** Three decisions of one morning: one that hangs on a class, one that a child saw a page about, one about a page's text. */
before(async () => {
  writeFileSync(join(place, 'policy.yaml'), stringify(policy))
  writeFileSync(join(place, 'phrases.csv'), 'id,words,category,weight,language\na,want to die,self-harm,60,en\n')
  writeFileSync(
    join(place, 'filter.yaml'),
    stringify({
      policy: 'policy.yaml',
      key: 'filter.key',
      snapshot: 'snapshot.hgf',
      phrases: 'phrases.csv',
      lists: [],
    }),
  )
  type('keys', 'filter')
  assert.equal(type('compile', 'filter.yaml').code, 0)
  const gateway = await startGateway({
    open: () => openSnapshotFile(join(place, 'snapshot.hgf'), join(place, 'filter.pub')),
    config: { log: { folder: log } },
  })
  const ask = async (query: string): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${gateway.ports.status}/decision?group=ks2&person=p1&${query}`)
    return ((await answer.json()) as Decision).id
  }
  ids.lesson = await ask('target=http://chess.example/&class=4B&class=Choir')
  ids.text = await ask('target=http://diary.example/&text=i+want+to+die')
  const page = await new Talk(gateway.ports.proxy ?? 0)
    .say('GET http://games.example/ HTTP/1.1\r\nHost: games.example\r\nAccept: text/html\r\n\r\n')
    .until(/<\/html>/)
  ids.page = /decision=(\S+?)"/.exec(page)?.[1] ?? ''
  await gateway.stop()
})

describe('why something was decided', () => {
  test('is told by the id on its page, and by the same id', () => {
    const { code, said } = type('why', ids.page, ...about)
    assert.equal(code, 0, said)
    assert.match(said, /^http:\/\/games\.example\/ is blocked for ks2 at [^]*Decided by: no-games/)
    assert.match(said, new RegExp(`Decision ${ids.page}, by snapshot 1\\.\n$`))
  })
  test('with the classes that somebody was in then', () => {
    const { code, said } = type('why', ids.lesson, ...about)
    assert.equal(code, 0, said)
    assert.match(said, /Decided by: not-in-4b/)
  })
  test('in part, where it hung on the text of a page, which is never logged', () => {
    const { code, said } = type('why', ids.text, ...about)
    assert.equal(code, 1)
    assert.match(
      said,
      /This is not the whole of it: then it was "flag" \(words\), and by what the log holds it is "allow"/,
    )
  })
  test('by the snapshot of then, for as long as it is kept', () => {
    assert.equal(type('compile', 'filter.yaml').code, 0)
    assert.equal(type('why', ids.page, ...about).code, 0)
    rmSync(join(place, 'snapshot.hgf.1'))
    const { code, said } = type('why', ids.page, ...about)
    assert.deepEqual(
      [code, said],
      [1, 'Snapshot 1, by which it was decided, is kept no longer: snapshot.hgf is number 2.\n'],
    )
  })
  test('not, where nothing of it is in the log', () => {
    assert.match(type('why', '1-abc', ...about).said, /^Decision 1-abc is not in \S+: it may have been sent/)
  })
})
