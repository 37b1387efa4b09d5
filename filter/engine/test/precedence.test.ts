import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'node:test'
import type { LayerId } from '../src/contract.js'
import type { Rule } from '../src/policy.js'
import { precedenceDocument } from '../src/policy/draw-precedence.js'
import { PRECEDENCE } from '../src/policy/precedence.js'
import { listOf, opened, policyOf, ruleOf, THURSDAY } from './school.js'

const WHO = { group: 'ks2', person: 'p1', classes: ['4B'] }
const hosts = { hosts: ['site.example'] }

/** For each row that a rule can stand in, a rule about one host that stands there. */
const RULES: Partial<Record<LayerId, Partial<Rule> & Pick<Rule, 'to' | 'about'>>> = {
  nominated: { kind: 'nominated', about: hosts, to: { persons: ['p1'] } },
  locked: { kind: 'locked', about: hosts, to: { everyone: true } },
  temporary: { kind: 'temporary', until: '2026-11-26T15:00:00Z', about: hosts, to: { classes: ['4B'] } },
  lesson: { kind: 'lesson', about: hosts, to: { classes: ['4B'] } },
  'person-list': { about: hosts, to: { persons: ['p1'] } },
  'class-list': { about: hosts, to: { classes: ['4B'] } },
  'group-list': { about: hosts, to: { groups: ['ks2'] } },
  'school-list': { about: hosts, to: { everyone: true } },
  category: { about: { categories: ['games'] }, to: { everyone: true } },
}

const rows = PRECEDENCE.map(({ id }) => id).filter((id) => id in RULES)

describe('who wins, pair by pair', () => {
  for (const [place, stronger] of rows.entries())
    for (const weaker of rows.slice(place + 1))
      test(`${stronger} over ${weaker}, whichever of them opens`, async () => {
        for (const [first, second] of [
          ['allow', 'block'],
          ['block', 'allow'],
        ] as const) {
          const [one, two] =
            stronger === 'locked'
              ? (['block', 'allow'] as const)
              : weaker === 'locked'
                ? (['allow', 'block'] as const)
                : [first, second]
          const policy = policyOf([
            ruleOf('two', { verdict: two, ...RULES[weaker]! }),
            ruleOf('one', { verdict: one, ...RULES[stronger]! }),
          ])
          const snapshot = await opened({ policy, lists: [listOf('games', 'site.example', { category: 'games' })] })
          const decision = snapshot.decide({ kind: 'dns', target: 'site.example', who: WHO, at: THURSDAY })
          assert.deepEqual([decision.layer, decision.verdict, decision.decidedBy.rule], [stronger, one, 'one'])
          assert.match(decision.lost.find(({ rule }) => rule === 'two')!.why, /comes before/)
        }
      })

  test('help over nominations and locks; a lift over nothing once it has ended', async () => {
    const policy = policyOf(
      [
        ruleOf('lock', { verdict: 'block', ...RULES.locked! }),
        ruleOf('lift', { verdict: 'allow', ...RULES.temporary! }),
      ],
      { help: ['site.example'] },
    )
    const helped = await opened({ policy })
    assert.equal(helped.decide({ kind: 'dns', target: 'www.site.example', who: WHO, at: THURSDAY }).layer, 'help')
    const lifted = await opened({
      policy: policyOf([
        ruleOf('deny', { verdict: 'block', ...RULES['school-list']! }),
        ruleOf('lift', { verdict: 'allow', ...RULES.temporary! }),
      ]),
    })
    const at = (iso: string) =>
      lifted.decide({ kind: 'dns', target: 'site.example', who: WHO, at: Date.parse(iso) }).verdict
    assert.deepEqual([at('2026-11-26T14:59:59Z'), at('2026-11-26T15:00:00Z')], ['allow', 'block'])
  })

  test('the document says what the table says', () => {
    const path = fileURLToPath(new URL('../../../../docs/filter/precedence.md', import.meta.url))
    if (process.env.HEDGEROW_WRITE_DOCS === '1') writeFileSync(path, precedenceDocument())
    assert.equal(readFileSync(path, 'utf8'), precedenceDocument())
  })
})
