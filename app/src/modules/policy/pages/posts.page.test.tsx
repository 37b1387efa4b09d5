import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkPage } from '../../../../test/render-checks.js'
import { testFrame } from '../../../web/gallery/test-frame.js'
import { renderPage } from '../../../web/page.js'
import { appointForm, awayForm } from '../forms.js'
import { PostFormPage, PostsPage } from './posts.js'
import type { PostLine } from './posts.js'

const post = (over: Partial<PostLine>): PostLine => ({
  id: 'dsl',
  title: 'DSL',
  plain: 'Keeps children safe.',
  required: true,
  holders: [],
  acting: [],
  ...over,
})
const holder = { name: 'Amira Khan', cover: false, away: false, ends: 'a' }
const page = (posts: readonly PostLine[], mayChange = true): string =>
  renderPage(<PostsPage frame={testFrame} posts={posts} mayChange={mayChange} />)
const context = { now: Temporal.Instant.from('2026-11-24T10:00:00Z') }

test('the posts are good HTML when empty, full, covered and away', () => {
  checkPage(page([]))
  checkPage(
    page([post({}), post({ id: 'b', holders: [holder, { ...holder, cover: true, away: true }], acting: ['Ben Low'] })]),
  )
})

test('a required post that nobody holds says so', () => {
  assert.match(page([post({})]), /Nobody/)
  assert.doesNotMatch(page([post({ required: false })]), /hedgerow-state/)
})

test('a holder who is away shows who acts now', () => {
  assert.match(page([post({ holders: [{ ...holder, away: true }], acting: ['Ben Low'] })]), /Now acting: Ben Low/)
  assert.match(page([post({ holders: [{ ...holder, away: true }] })]), /Away, nobody acts/)
})

test('somebody who may not change posts is offered no way to', () => {
  assert.doesNotMatch(page([post({ holders: [holder] })], false), /people\/posts\/dsl|Name somebody/)
})

test('naming somebody and saying that somebody is away ask for no reason, and show what is wrong beside it', () => {
  for (const form of [appointForm, awayForm]) {
    const shown = {
      form,
      context,
      errors: [{ field: 'person', sentence: 'Search for the person and tick them', id: 'person' }] as never,
    }
    const html = renderPage(
      <PostFormPage
        frame={testFrame}
        title="Name somebody"
        intro="Duties begin."
        action="/x"
        button="Save"
        {...shown}
      />,
    )
    checkPage(html)
    assert.doesNotMatch(html, /reason/i)
  }
})
