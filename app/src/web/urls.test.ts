import assert from 'node:assert/strict'
import { test } from 'node:test'
import { route } from './urls.js'

const entryUrl = route('/cases/:case/entries/:entry')
const listUrl = route('/cases')

test('an address is built from its parts, each escaped', () => {
  assert.equal(entryUrl({ case: 'c1', entry: 'a/b?' }), '/cases/c1/entries/a%2Fb%3F')
  assert.equal(
    entryUrl({ case: 'c1', entry: 'e1' }, { after: 'k&1', state: undefined }),
    '/cases/c1/entries/e1?after=k%261',
  )
  assert.equal(listUrl(), '/cases')
  assert.equal(listUrl({ state: 'open', page: 2 }), '/cases?state=open&page=2')
  assert.equal(entryUrl.pattern, '/cases/:case/entries/:entry')
})

test('an address with a part missing is never built', () => {
  assert.throws(() => entryUrl({ case: '', entry: 'e' }), /without its case/)
  // @ts-expect-error a part may not be forgotten
  assert.throws(() => entryUrl({ case: 'c' }), /without its entry/)
})
