import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clauseOf, clausesOf, conflictFor, postOf, titleOfPost } from './lookup.js'
import type { PostId } from '../../kernel/ids.js'
import { BASE, OVERLAY, edited, judgeBase, judgeOverlay, said, sound } from './pack.examples.js'

const baseWith = (path: string, from: string, to: string) => said(judgeBase(edited(BASE, path, from, to)))

test('a sound pack is loaded, and nobody can change it afterwards', () => {
  const { pack, hash } = sound(judgeBase(BASE))
  assert.equal(pack.id, 'small')
  assert.equal(pack.base, null)
  assert.match(hash, /^[0-9a-f]{64}$/)
  assert.equal(clauseOf(pack, 'report-at-once')?.must, true)
  assert.throws(() => ((pack.posts[0] as { title: string }).title = 'Nobody'), TypeError)
})

test('the hash is that of what is in force: comments and the order of fields change nothing, a word does', () => {
  const { hash } = sound(judgeBase(BASE))
  const withComment = edited(BASE, 'posts.yaml', 'posts:', '# a note\nposts:')
  const reordered = edited(
    BASE,
    'parents.yaml',
    'requiredBeforeClose: true, automaticFor: []',
    'automaticFor: [], requiredBeforeClose: true',
  )
  assert.equal(sound(judgeBase(withComment)).hash, hash)
  assert.equal(sound(judgeBase(reordered)).hash, hash)
  const reworded = edited(BASE, 'clauses/03-telling.yaml', 'Staff tell us at once.', 'Staff tell us.')
  assert.notEqual(sound(judgeBase(reworded)).hash, hash)
  assert.notEqual(sound(judgeOverlay(OVERLAY, reworded)).hash, sound(judgeOverlay(OVERLAY)).hash)
})

test('a field of the wrong kind is said in plain words, with its line', () => {
  assert.deepEqual(baseWith('clauses/03-telling.yaml', "number: '3.1'", 'number: 3.1'), [
    'packs/small/clauses/03-telling.yaml line 6: "report-at-once": number must be text; put it in quotes if it looks like a number.',
  ])
  assert.deepEqual(baseWith('posts.yaml', 'heldBy: governor', 'heldBy: wizard'), [
    'packs/small/posts.yaml line 18: "chair": heldBy must be one of "staff", "governor", "outside", "volunteer".',
  ])
  assert.deepEqual(baseWith('sign-in.yaml', 'minLength: 12', 'minLength: 4'), [
    'packs/small/sign-in.yaml line 2: minLength must be 8 or more.',
  ])
  assert.deepEqual(baseWith('agencies.yaml', "phone: '101'", 'phone: "<script>"').length, 1)
})

test('a field that a pack does not know is named, with the one that was meant', () => {
  assert.deepEqual(baseWith('posts.yaml', 'deputies:', 'deputys:'), [
    'packs/small/posts.yaml line 7: "dsl" has a field "deputys" that a pack does not know; did you mean "deputies"?',
  ])
  assert.deepEqual(
    baseWith('routing.yaml', 'conflicts:', 'conflict:')[0],
    'packs/small/routing.yaml line 3: "conflict" is not a section of this file; did you mean "conflicts"?',
  )
})

test('a text that was cut at a comma is recognised as one', () => {
  assert.deepEqual(baseWith('agencies.yaml', 'use: Crime.', 'use: Crime, past or present'), [
    'packs/small/agencies.yaml line 3: "police" has a field "past or present" that a pack does not know; put a text that holds a comma in quotes.',
  ])
})

test('a missing field is named at the entry that lacks it', () => {
  assert.deepEqual(baseWith('posts.yaml', '    title: Chair\n', ''), [
    'packs/small/posts.yaml line 15: "chair" lacks "title".',
  ])
})

test('a web address must be plain https', () => {
  for (const web of ['http://www.gov.uk', 'javascript:alert(1)', 'https://user:pass@host.uk', 'https://host.uk/ x']) {
    assert.match(
      baseWith('laws.yaml', 'https://www.gov.uk/kcsie', JSON.stringify(web)).join(),
      /must be an address that begins with https/,
      web,
    )
  }
})

test('a file that nobody knows, a section that is missing and a wrong name are problems', () => {
  const stray = new Map(BASE).set('post.yaml', 'posts: []\n')
  assert.deepEqual(said(judgeBase(stray)), [
    'packs/small/post.yaml: this file is not part of a pack; did you mean "posts.yaml"?',
  ])
  const withoutRouting = new Map(BASE)
  withoutRouting.delete('routing.yaml')
  assert.deepEqual(said(judgeBase(withoutRouting)), ['packs/small: the pack has no section "routing".'])
  assert.deepEqual(baseWith('pack.yaml', 'pack: small', 'pack: tall'), [
    'packs/small/pack.yaml: "pack" must be "small", like the folder.',
  ])
  assert.match(said(judgeBase(new Map())).join(), /has no pack\.yaml/)
})

test('an id used twice in one list is a problem, not a silent change', () => {
  assert.deepEqual(baseWith('posts.yaml', 'id: chair', 'id: dsl'), [
    'packs/small/posts.yaml line 15: "dsl" is there twice; each id may be used once in its list.',
  ])
})

test('a clause file must be named after its part and number', () => {
  const text = BASE.get('clauses/03-telling.yaml') ?? ''
  const renamed = (path: string) => {
    const files = new Map(BASE).set(path, text)
    files.delete('clauses/03-telling.yaml')
    return said(judgeBase(files)).join()
  }
  assert.match(renamed('clauses/03-saying.yaml'), /the part of this file must be "saying"/)
  assert.match(renamed('clauses/04-telling.yaml'), /the number of this part must be '4'/)
  assert.match(renamed('clauses/telling.yaml'), /two digits, a hyphen and its part/)
})

test('entries are found by id, and an unknown id is shown as it is', () => {
  const { pack } = sound(judgeBase(BASE))
  assert.equal(postOf(pack, 'dsl')?.title, 'Safeguarding lead')
  assert.equal(titleOfPost(pack, 'any-staff'), 'Staff')
  assert.equal(titleOfPost(pack, 'abolished-post'), 'abolished-post')
  assert.equal(postOf(pack, 'toString'), undefined)
  assert.deepEqual(
    clausesOf(pack).map(({ number }) => number),
    ['3.1', '3.2'],
  )
})

test('a rule about a post comes before one about everybody of its kind', () => {
  const { pack } = sound(judgeBase(BASE))
  const about = (...ids: string[]) => conflictFor(pack, ids as PostId[])?.id
  assert.equal(about('any-staff', 'headteacher'), 'about-headteacher')
  assert.equal(about('any-staff', 'dsl'), 'about-staff')
  assert.equal(about('any-parent'), undefined)
})
