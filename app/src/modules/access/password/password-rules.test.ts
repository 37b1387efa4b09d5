import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type PasswordRules, passwordFaults, rulesInWords } from './password-rules.js'

const long: PasswordRules = { minLength: 12, maxLength: 128, passphrase: true, reuse: 5 }
const mixed: PasswordRules = { minLength: 8, composition: ['letters', 'digits', 'symbols'], reuse: 5 }

describe('a new password, by the rules of the pack', () => {
  it('needs its length, counted as people count', () => {
    assert.deepEqual(passwordFaults('otter lemon', long), ['Too short: it has 11 of at least 12 characters.'])
    assert.deepEqual(passwordFaults('otter lemon!', long), [])
    assert.deepEqual(passwordFaults('🦔🦔🦔🦔🦔🦔', long), ['Too short: it has 6 of at least 12 characters.'])
    assert.deepEqual(passwordFaults('x'.repeat(129), long), ['Too long: 128 characters is the most.'])
    assert.deepEqual(passwordFaults('x'.repeat(129), { minLength: 8, reuse: 0 }), [
      'Too long: 128 characters is the most.',
    ])
    assert.deepEqual(passwordFaults('', long), ['Enter a password.'])
  })

  it('needs the mixture where the pack asks for one', () => {
    assert.deepEqual(passwordFaults('otterlemon', mixed), ['Add a number and a symbol such as ! or #.'])
    assert.deepEqual(passwordFaults('otter lemon 7', mixed), ['Add a symbol such as ! or #.'])
    assert.deepEqual(passwordFaults('1234567!', mixed), ['Add a letter.'])
    assert.deepEqual(passwordFaults('otter7!', mixed), ['Too short: it has 7 of at least 8 characters.'])
  })

  it('may use every symbol that a pack lists, and letters of any language', () => {
    for (const symbol of `!@#$%*()-+=,<>:"'£`) assert.deepEqual(passwordFaults(`otterle7${symbol}`, mixed), [], symbol)
    assert.deepEqual(passwordFaults('вулиця7!', mixed), [])
  })

  it('needs no mixture as three words, where the pack says so', () => {
    const either = { ...mixed, passphrase: true }
    assert.deepEqual(passwordFaults('otter lemon kite', either), [])
    assert.deepEqual(passwordFaults('otter-lemon-kite', either), [])
    assert.equal(passwordFaults('otterlemonkite', either).length, 1)
    assert.equal(passwordFaults('otter lemon', either).length, 1)
    assert.equal(passwordFaults('ot le ki aa bb cc', either).length, 1)
    assert.equal(passwordFaults('otter lemon kite', mixed).length, 1)
  })

  it('is explained before it is typed', () => {
    assert.match(rulesInWords(long), /^At least 12 characters\. Three words/)
    assert.equal(rulesInWords(mixed), 'At least 8 characters, with a letter, a number and a symbol such as ! or #.')
    assert.match(rulesInWords({ ...mixed, passphrase: true }), /three words, or a mixture/)
  })
})
