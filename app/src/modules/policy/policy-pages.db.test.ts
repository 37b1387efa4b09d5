import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { checkPage } from '../../../test/render-checks.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../test/signed-in-routes.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { thisSchool } from '../../kernel/school.js'
import { copyCode } from './document/copy-code.js'
import { policyModule } from './module.js'
import { commentsOn, openDraft } from './index.js'

describe('the pages of the policy', () => {
  let t: TestDb
  let school: FullSchool
  let routes: SignedInRoutes
  let slug: string
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    slug = (await reading(t.db, workerIn(school.id), thisSchool)).slug
    routes = await signedInRoutes(t.db, policyModule)
    await school.add({ kind: 'pupil', given: 'Ivy', family: 'One', classCode: 'Rowan' })
  })
  after(async () => {
    await routes.close()
    await t.close()
  })

  const get = async (post: string, url: string, status = 200): Promise<string> => {
    const got = await routes.get(await school.as(post), url)
    assert.equal(got.status, status, `${url}: ${got.html.slice(0, 300)}`)
    if (got.html.startsWith('<!')) checkPage(got.html)
    return got.html
  }
  const post = async (who: string, url: string, fields: Record<string, string | readonly string[]>, from?: string) =>
    routes.post(await school.as(who), url, fields, from)

  test('everybody who works here reads it, in full, in plain words, for children and as PDF', async () => {
    assert.match(await get('class-teacher', '/policy'), /This is version 1, in force from/)
    assert.match(await get('class-teacher', '/policy?words=plain'), /in plain words/)
    assert.match(await get('class-teacher', '/policy/children?words=ks1'), /In danger\? Shout for a grown-up\./)
    assert.match(await get('class-teacher', '/policy/children'), /We listen to you\. We take you seriously\./)
    assert.match((await routes.get(await school.as('class-teacher'), '/policy/document.pdf?words=ks2')).html, /^%PDF/)
    await get('class-teacher', '/policy?version=7', 404)
    for (const url of [
      '/policy/versions',
      '/policy/next',
      '/policy/reach',
      '/policy/reviews',
      '/policy/reviews/open',
      '/policy/reach/letter',
    ])
      await get('class-teacher', url)
    await get('class-teacher', '/policy/next/submit', 403)
  })

  test('the public page is shut until the school opens it; the check of a copy is always open and tells only whether it is current', async () => {
    const visitor = publicIn(school.id)
    assert.equal((await routes.get(visitor, `/school-policy/${slug}`)).status, 404)
    assert.equal(
      (await post('class-teacher', '/policy/versions/publication', { open: 'yes' }, '/policy/versions')).status,
      403,
    )
    await post('headteacher', '/policy/versions/publication', { open: 'yes' }, '/policy/versions')
    const open = await routes.get(visitor, `/school-policy/${slug}`)
    assert.equal(open.status, 200)
    checkPage(open.html)
    checkPage((await routes.get(visitor, `/school-policy/${slug}/children?words=ks1`)).html)
    const copy = `/school-policy/${slug}/copy`
    checkPage((await routes.get(visitor, copy)).html)
    assert.equal((await routes.get(visitor, `${copy}?code=a&code=b`)).status, 200)
    assert.match(
      (await routes.get(visitor, `${copy}?code=${copyCode(school.pack.hash)}`)).html,
      /Yes\. This is the version in force/,
    )
    const wrong = await routes.get(visitor, `${copy}?code=0000-0000`)
    assert.equal(wrong.status, 404)
    checkPage(wrong.html)
    assert.equal((await routes.get(visitor, `${copy}?code=hello`)).status, 400)
  })

  test('a version is written, asked about, answered, agreed and put in force through the pages', async () => {
    assert.match(
      await get('dsl', '/policy/next/begin'),
      /What does it build on\?[\s\S]*Junior school where the headteacher/,
    )
    const unsaid = await post('dsl', '/policy/next/begin', {})
    assert.equal(unsaid.status, 400)
    checkPage(unsaid.html)
    await post('dsl', '/policy/next/begin', { base: 'in-force' })
    const edit = '/policy/next/promises/report-at-once'
    assert.match(await get('dsl', edit), /Change promise/)
    const bad = await post('dsl', edit, { text: '' })
    assert.equal(bad.status, 400)
    checkPage(bad.html)
    const words = {
      text: 'Staff report a concern at once, and hear back.',
      plain: 'Staff tell us at once.',
      posts: ['any-staff'],
    }
    const html = await post('dsl', edit, { text: '<b>no</b>', plain: 'x', posts: ['any-staff'] })
    assert.equal(html.status, 400)
    assert.match(html.html, /&lt;b>no&lt;\/b>|&lt;b&gt;no/, 'what was typed is kept')
    assert.equal((await post('dsl', edit, words)).location, '/policy/next')
    await get('dsl', '/policy/next/posts/dsl')
    await get('dsl', '/policy/next/ask')
    await post('dsl', '/policy/next/ask', {
      audience: 'any-pupil',
      ask: 'Is it clear?',
      'closesOn-day': '4',
      'closesOn-month': '12',
      'closesOn-year': '2026',
    })
    await get('dsl', '/policy/next/comment')
    await post('dsl', '/policy/next/comment', {
      words: 'Say it shorter.',
      clause: 'report-at-once',
      own: 'no',
      audience: 'any-pupil',
      saidBy: 'School council',
    })
    const page = await get('dsl', '/policy/next')
    assert.match(page, /School council/)
    assert.match(page, /One comment waits/)
    const comment = await reading(
      t.db,
      workerIn(school.id),
      async (tx) => (await commentsOn(tx, (await openDraft(tx))?.id ?? ''))[0]?.id ?? '',
    )
    await get('dsl', `/policy/next/comments/${comment}`)
    await post('dsl', `/policy/next/comments/${comment}`, {
      outcome: 'changed',
      clause: 'report-at-once',
      words: 'We did.',
    })
    const writing = await get('dsl', '/policy/next')
    for (const shown of [/Changed promise/, /What that would do here/]) assert.match(writing, shown)
    const teacher = await get('class-teacher', '/policy/next')
    assert.match(teacher, /What changes/)
    assert.doesNotMatch(teacher, /What that would do here/, 'who may not read how the policy stands')
    await get('dsl', '/policy/next/submit')
    assert.equal((await post('dsl', '/policy/next/submit', { statement: 'It is current.' })).location, '/policy/next')
    await get('network-manager', '/policy/next/steps/technical-review')
    const done = { outcome: 'done' }
    assert.equal((await post('network-manager', '/policy/next/steps/technical-review', done)).location, '/policy/next')
    for (const who of ['headteacher', 'senior-leader']) await post(who, '/policy/next/steps/agreed', done)
    const board = { ...done, minute: '7.2', 'meetingOn-day': '19', 'meetingOn-month': '11', 'meetingOn-year': '2026' }
    assert.equal((await post('chair-of-governors', '/policy/next/steps/approved', done)).status, 400)
    for (const who of ['chair-of-governors', 'safeguarding-governor'])
      await post(who, '/policy/next/steps/approved', board)
    // As in life, the second version is put in force after the first: two of one moment have no order.
    t.clock.at('2026-11-24T11:00:00Z')
    await get('headteacher', '/policy/next/force')
    assert.equal(
      (await post('headteacher', '/policy/next/force', { 'from-day': '24', 'from-month': '11', 'from-year': '2026' }))
        .location,
      '/policy/versions',
    )
    const policy = await get('class-teacher', '/policy')
    assert.match(policy, /This is version 2/)
    assert.match(
      policy,
      /Approved by the governors, Thursday 19 November 2026 \(minute 7\.2\): Holder chair-of-governors/,
    )
    assert.match(await get('dsl', '/policy/versions/compare?before=1&after=2'), /and hear back/)
    const old = await routes.get(publicIn(school.id), `/school-policy/${slug}/copy?code=${copyCode(school.pack.hash)}`)
    assert.match(old.html, /No\. This copy is out of date since Tuesday 24 November 2026/)
  })

  test('who has it, classes, sessions, letters and reviews are recorded through the pages', async () => {
    await post('class-teacher', '/policy/reach/read', {}, '/policy/reach')
    assert.match(await get('class-teacher', '/policy/reach'), /You said that you have read it/)
    const on = { 'heldOn-day': '24', 'heldOn-month': '11', 'heldOn-year': '2026' }
    await get('dsl', '/policy/reach/session')
    const present = [school.holder('class-teacher')]
    assert.equal(
      (await post('dsl', '/policy/reach/session', { kind: 'discussion', ...on, points: 'Phones.', present })).location,
      '/policy/reach',
    )
    await get('class-teacher', '/policy/reach/classes?class=Rowan')
    assert.equal(
      (
        await post('class-teacher', '/policy/reach/classes?class=Rowan', {
          kind: 'class',
          ...on,
          understood: 'They drew it.',
        })
      ).location,
      '/policy/reach',
    )
    await get('dsl', '/policy/reach/announce')
    const told = { audience: 'any-parent', channel: 'letter', 'on-day': '24', 'on-month': '11', 'on-year': '2026' }
    assert.equal((await post('dsl', '/policy/reach/announce', told)).location, '/policy/reach')
    assert.match(await get('dsl', '/policy/reach'), /Every class has met the policy this year/)
    await get('dsl', '/policy/reach/letter')
    await post('class-teacher', '/policy/reviews/open', { trigger: 'incident', cause: 'A new app went round.' })
    assert.match(await get('dsl', '/policy/reviews'), /A new app went round/)
  })
})
