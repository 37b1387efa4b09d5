import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { audienceOf } from '../../engine/packs/audience-of.js'
import { loadPack } from '../../engine/packs/load-pack.js'
import { postOf } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { projectRoot } from '../../kernel/root.js'
import type { Holding } from '../people/index.js'
import { postsActedIn } from '../policy/index.js'
import { routeConcern } from './route-concern.js'
import type { ConcernRoute, Subject } from './route-concern.js'

const folder = join(projectRoot(), 'packs')
const shipped = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pack.yaml')))

const p = (id: string): PostId => id as PostId
const person = (name: string): PersonId => name as PersonId
const held = (post: PostId, by: string, away = false): Holding => ({
  post,
  person: person(by),
  name: by,
  kind: 'holder',
  holding: by,
  away,
})

/** Every post of the pack held by somebody of its own. */
const fullSchool = (pack: Pack): readonly Holding[] => pack.posts.map(({ id }) => held(id, `holder of ${id}`))

/** Somebody named, with the posts they hold and the audience they belong to by holding them. */
const named = (pack: Pack, by: string, ...posts: readonly PostId[]): Subject => ({
  person: person(by),
  posts: [...posts, ...posts.flatMap((post) => audienceOf(postOf(pack, post)!))],
})
const unnamed = (post: PostId): Subject => ({ person: null, posts: [post] })

const route = (pack: Pack, subjects: readonly Subject[], holdings = fullSchool(pack), urgent = false): ConcernRoute =>
  routeConcern({ pack, holdings, subjects, channel: 'staff', urgent })

/** Who could open the concern today: by a post in its sight that they hold, cover or deputise in, unless barred. */
const readers = (pack: Pack, { sight }: ConcernRoute, holdings: readonly Holding[]): readonly PersonId[] =>
  [...new Set(holdings.map((holding) => holding.person))].filter(
    (one) =>
      !sight.never.includes(one) &&
      [
        ...holdings.flatMap(({ person: by, post }) => (by === one ? [post] : [])),
        ...postsActedIn(pack, holdings, one),
      ].some((post) => sight.posts.includes(post)),
  )

describe('where a concern goes', () => {
  const packs = new Map<string, Pack>()
  before(async () => {
    for (const name of shipped) {
      const loaded = await loadPack(folder, name)
      if ('problems' in loaded) throw new Error(`${name}: ${loaded.problems[0]?.sentence}`)
      packs.set(name, loaded.pack)
    }
  })
  const base = (): Pack => packs.get('uk-primary')!

  for (const name of shipped) {
    test(`${name}: whichever post it is about, by name, its holder is not told and cannot open it`, () => {
      const pack = packs.get(name)!
      for (const { id } of pack.posts) {
        const subject = `holder of ${id}`
        const { post, first, informed, sight, ...rest } = route(pack, [named(pack, subject, id)])
        assert.ok(post, `${id}: somebody hears`)
        assert.ok(first.length > 0, `${id}: somebody who is here hears`)
        assert.ok(![...first, ...informed].some((told) => told.person === person(subject)), `${id} is not told`)
        assert.ok(sight.never.includes(person(subject)), `${id} is barred by name`)
        assert.ok(
          !readers(pack, { post, first, informed, sight, ...rest }, fullSchool(pack)).includes(person(subject)),
          `${id} cannot open it`,
        )
      }
    })

    test(`${name}: whichever post or audience it is about, unnamed, nobody who may be meant can open it`, () => {
      const pack = packs.get(name)!
      for (const post of [...pack.posts.map(({ id }) => id), ...pack.audiences.map(({ id }) => id as PostId)]) {
        const went = route(pack, [unnamed(post)])
        assert.ok(went.first.length > 0, `${post}: somebody hears`)
        assert.ok(!went.sight.posts.includes(post), `${post} is not in sight`)
        assert.ok(
          !readers(pack, went, fullSchool(pack)).includes(person(`holder of ${post}`)),
          `${post} cannot open it`,
        )
      }
    })

    test(`${name}: about the headteacher and any other post at once, neither of them hears or can open it`, () => {
      const pack = packs.get(name)!
      const head = p('headteacher')
      for (const { id } of pack.posts.filter((post) => post.id !== head)) {
        const both = [named(pack, `holder of ${id}`, id), named(pack, 'holder of headteacher', head)]
        for (const subjects of [both, both.toReversed()]) {
          const went = route(pack, subjects)
          assert.ok(went.first.length > 0, `${id}: somebody hears`)
          const seen = readers(pack, went, fullSchool(pack))
          for (const { person: subject } of subjects)
            assert.ok(!seen.includes(subject!), `${id}: ${subject} sees nothing`)
        }
      }
    })

    test(`${name}: about a headteacher who is also the safeguarding lead, it goes past both posts`, () => {
      const pack = packs.get(name)!
      const holdings = fullSchool(pack).map((one) =>
        one.post === p('dsl') ? { ...one, person: person('holder of headteacher') } : one,
      )
      const went = route(pack, [named(pack, 'holder of headteacher', p('dsl'), p('headteacher'))], holdings)
      const rule = pack.conflicts.find(({ about }) => about === p('headteacher'))!
      assert.equal(went.rules[0], rule.id)
      assert.equal(went.post, rule.to[0])
      assert.ok(!readers(pack, went, holdings).includes(person('holder of headteacher')))
      assert.ok(!went.first.some(({ post }) => post === p('dsl') || post === p('deputy-dsl')))
    })
  }

  test('an ordinary concern goes to the safeguarding lead, and all their cover may see it', () => {
    const went = route(base(), [])
    assert.equal(went.post, p('dsl'))
    assert.deepEqual(went.sight.posts, [p('dsl'), p('deputy-dsl'), p('headteacher')])
    assert.deepEqual(went.sight.never, [])
  })

  test('an urgent concern is told to the deputy and the headteacher as well', () => {
    const went = route(base(), [], fullSchool(base()), true)
    assert.deepEqual(
      went.informed.map(({ post }) => post),
      [p('deputy-dsl'), p('headteacher')],
    )
  })

  test('a concern about a teacher goes to the headteacher and to no colleague, the safeguarding lead included', () => {
    const pack = base()
    const went = route(pack, [named(pack, 'holder of class-teacher', p('class-teacher'))])
    assert.deepEqual(readers(pack, went, fullSchool(pack)), [person('holder of headteacher')])
    assert.deepEqual(went.agencies, ['lado'])
  })

  test('while the lead is away a deputy hears in their place', () => {
    const pack = base()
    const holdings = fullSchool(pack).map((one) => (one.post === p('dsl') ? { ...one, away: true } : one))
    assert.deepEqual(
      route(pack, [], holdings).first.map(({ person: by, through }) => [by, through]),
      [['holder of deputy-dsl', 'deputy-dsl']],
    )
  })

  test('when the lead is named and the headteacher is away, the deputy of the headteacher hears, not the lead', () => {
    const pack = base()
    const holdings = fullSchool(pack).map((one) => (one.post === p('headteacher') ? { ...one, away: true } : one))
    const went = route(pack, [named(pack, 'holder of dsl', p('dsl'))], holdings)
    assert.deepEqual(
      went.first.map(({ person: by }) => by),
      [person('holder of deputy-headteacher')],
    )
    assert.ok(!readers(pack, went, holdings).includes(person('holder of dsl')))
  })

  test('about the headteacher with no governor in post, somebody else who may triage hears rather than nobody', () => {
    const pack = base()
    const holdings = fullSchool(pack).filter(({ post }) => !post.includes('governor'))
    const went = route(pack, [named(pack, 'holder of headteacher', p('headteacher'))], holdings)
    assert.equal(went.post, p('dsl'))
    assert.ok(!readers(pack, went, holdings).includes(person('holder of headteacher')))
  })

  test('with nobody left at all it goes to no post, and the reporter must be told to ring somebody', () => {
    const went = route(base(), [], [])
    assert.equal(went.post, null)
    assert.deepEqual(went.first, [])
  })

  test('a child who caused harm bars nobody, and a parent named as causing harm bars only that parent', () => {
    const pack = base()
    const went = route(pack, [{ person: person('a parent'), posts: [p('any-parent')] }])
    assert.equal(went.post, p('dsl'))
    assert.deepEqual(went.sight.never, [person('a parent')])
  })
})
