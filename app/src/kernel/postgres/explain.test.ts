import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { explainFailure } from './explain.js'

const SAID: readonly (readonly [string, RegExp])[] = [
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /^The disk is full/],
  ['FATAL:  could not open file "postmaster.pid": Read-only file system', /^The disk with the records is read-only/],
  ['FATAL:  database files are incompatible with server', /another version of PostgreSQL/],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /too little free memory/],
  ['FATAL:  could not create any Unix-domain sockets', /cannot open its socket/],
  ['FATAL:  lock file "postmaster.pid" already exists', /^Another PostgreSQL is using these records/],
  ['PANIC:  could not locate a valid checkpoint record at 0/1', /damaged\. Do not delete anything/],
  ['FATAL:  data directory "/x" has wrong ownership', /may not read its own files/],
]

describe('A database that does not start', () => {
  for (const [output, sentence] of SAID) {
    it(`is explained in a sentence: ${output}`, () => {
      const { message } = explainFailure(`LOG:  starting\n${output}\nLOG:  shut down`, '/data/postgres.log')
      assert.match(message, sentence)
      assert.ok(message.includes(output.slice(8)))
      assert.match(message, /Its log is \/data\/postgres\.log\.$/)
    })
  }

  it('is not explained away when the reason is new to us', () => {
    const { message } = explainFailure('FATAL:  something else', '/log')
    assert.equal(message, 'The database did not start. It said: "something else". Its log is /log.')
  })
})
