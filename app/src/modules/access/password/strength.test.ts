import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { weaknessOf } from './strength.js'

const here = {
  person: ['Marigold', 'Fenwick-Thorpe', 'mfenwick'],
  school: ['Larkmoor Primary School', 'Nether Tarrow', 'Kestrels', 'Barn Owls'],
}

async function refused(password: string, why: RegExp): Promise<void> {
  const sentence = await weaknessOf(password, here)
  assert.match(String(sentence), why, password)
  assert.match(String(sentence), /Try three words that do not belong together\.$/)
}

describe('a password that is easy to guess', () => {
  it('for somebody who knows the person is refused, and told why', async () => {
    for (const password of [
      'Marigold2026!!',
      'FenwickThorpe1987',
      'marigoldfenwick!',
      'M@r1g0ld-2026!',
      'mfenwick#2026##',
    ]) {
      await refused(password, /it contains your own name/)
    }
  })

  it('for somebody who knows the school is refused, and told why', async () => {
    for (const password of [
      'Larkmoor2026!!',
      'larkmoorprimary1',
      'NetherTarrow99!',
      'kestrels2026!!',
      'BarnOwls2026!!',
    ]) {
      await refused(password, /it contains your school's name/)
    }
  })

  it('is refused though it is long, when little is left without those words', async () => {
    await refused('MarigoldFenwickThorpe2026!', /it contains your own name/)
    await refused('Marigold-Fenwick-Thorpe-1987', /it contains your own name/)
    await refused('M@r1g0ld-F3nw1ck-2026!', /it contains your own name/)
    await refused('Larkmoor.Kestrels.2026', /it contains your school's name/)
    await refused('hedgerow-larkmoor-marigold', /it contains your own name/)
  })

  it('is refused for a short name, once its parts are written together', async () => {
    const weakness = await weaknessOf('BoLi2026!!!!!', { person: ['Bo Li'], school: [] })
    assert.match(String(weakness), /it contains your own name/)
  })

  it('for everybody at any school is refused', async () => {
    for (const password of ['hedgerow hedgerow', 'AutumnTerm2026!', 'headteacher123!', 'dslSafeguarding1']) {
      await refused(password, /a word that everybody at school would try/)
    }
  })

  it('for everybody anywhere is refused', async () => {
    await refused('manchester1', /it is among the passwords that people use most/)
    await refused('Password2026!', /a word that everybody at school would try/)
    await refused('qwertyuiop12', /Too easy to guess/)
    await refused('111111111111', /it repeats itself/)
    await refused('liverpoolfc1', /among the passwords that people use most|common word/)
    await refused('abcdefghijklmnop', /Too easy to guess/)
    await refused('23/11/1987', /it is a date/)
    await refused('Summer2026!!', /Too easy to guess/)
    await refused('otterlemon', /Too easy to guess/)
    await refused('Wednesday1!', /one common word is not enough/)
    await refused('p@$$w0rd'.repeat(16), /Too easy to guess/)
  })
})

describe('a password that is hard to guess', () => {
  it('is taken: three words, a mixture, or a long phrase of one’s own', async () => {
    const good = [
      'otter lemon kite',
      'dragon-teapot-seven',
      'Xk9#mP2$vL5q',
      'my gran keeps eleven geese',
      'вулиця-зелений-чай',
    ]
    for (const password of good) assert.equal(await weaknessOf(password, here), null, password)
  })

  it('may contain a name when the rest would do alone', async () => {
    assert.equal(await weaknessOf('marigold otter lemon kite', here), null)
    assert.equal(await weaknessOf('OtterLemonHedgerow1', here), null)
  })

  it('is judged in a worker, many at once', async () => {
    const answers = await Promise.all(
      ['otter lemon kite', 'larkmoor1', 'otter kite lemon'].map((word) => weaknessOf(word, here)),
    )
    assert.deepEqual(
      answers.map((answer) => answer === null),
      [true, false, true],
    )
  })
})
