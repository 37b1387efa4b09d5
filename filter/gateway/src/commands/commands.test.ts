import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { stringify } from 'yaml'
import { policyOf, ruleOf } from '../../../engine/test/school.js'
import { schoolSnapshot } from '../../test/school-snapshot.js'
import { technician } from '../../test/technician.js'
import { rowOf } from '../log/read-log.js'
import { Replay } from './diff.js'
import { instantOf, localText } from '../school-clock.js'

const { place, cli, type } = technician()

const compileFile = (category: string): string =>
  stringify({
    policy: 'policy.yaml',
    key: 'filter.key',
    snapshot: 'snapshot.hgf',
    lists: [
      {
        id: 'gambling',
        title: 'Gambling',
        format: 'domains',
        category,
        from: 'gambling.txt',
        author: 'A',
        approver: 'B',
        date: '2026-09-01',
      },
    ],
  })

describe('the command line', () => {
  test('takes a technician from lists to an answer, a test, a difference and an export', () => {
    const rule = ruleOf('no-gambling', {
      verdict: 'block',
      about: { categories: ['gambling'] },
      to: { everyone: true },
    })
    writeFileSync(join(place, 'policy.yaml'), stringify(policyOf([rule])))
    writeFileSync(join(place, 'filter.yaml'), compileFile('gambling'))
    writeFileSync(join(place, 'gambling.txt'), 'bets.example\nnot a host\n')
    assert.match(type('keys', 'filter').said, /filter\.key signs/)
    const compiled = type('compile', 'filter.yaml')
    assert.match(compiled.said, /gambling\.txt, line 2: "not a host"[^]*Snapshot 1 is in/)
    assert.equal(compiled.code, 0)
    const why = type('explain', 'www.bets.example', '--group', 'ks2', '--at', '2026-11-26 10:15')
    assert.match(
      why.said,
      /^www\.bets\.example is blocked for ks2 at 2026-11-26 10:15\.\nDecided by: no-gambling[^]*A pupil reads: /,
    )
    writeFileSync(
      join(place, 'right.csv'),
      'target,group,verdict\nwww.bets.example,ks2,block\nopen.example,ks2,allow\nopen.example,eyfs,block\n',
    )
    assert.deepEqual(type('test', 'right.csv'), { code: 0, said: '3 of 3 answers are as expected.\n' })
    writeFileSync(join(place, 'wrong.csv'), 'target,group,verdict\nbets.example,ks2,allow\n')
    const wrong = type('test', 'wrong.csv')
    assert.equal(wrong.code, 1)
    assert.match(wrong.said, /Line 2: bets\.example for ks2 should be allow, and is block\./)
    writeFileSync(join(place, 'gambling.txt'), 'bets.example\nmore.example\n')
    assert.equal(type('compile', 'filter.yaml').code, 0)
    writeFileSync(
      join(place, 'log.tsv'),
      ['more.example', 'open.example', 'more.example']
        .map((host) => `2026-11-26T10:15:00.000Z\tdns\tallow\tdefault\t\t1\t10.0.0.1\tks2\t\t\t\t${host}\t\n`)
        .join(''),
    )
    assert.equal(
      type('diff', 'snapshot.hgf.1', 'snapshot.hgf', '--log', 'log.tsv').said,
      'The lists know 1 more address: 128 in all.\nOf 3 questions in the log, 2 questions would be answered otherwise by snapshot 2 than by snapshot 1.\nmore.example, for ks2: was open, would be blocked (gambling), by no-gambling. Asked for 2 times.\n',
    )
    assert.equal(type('export', '--group', 'ks2', '--as', 'rpz', '--into', 'rpz').code, 0)
    assert.match(readFileSync(join(place, 'rpz/hedgerow.rpz'), 'utf8'), /^\*\.more\.example CNAME \.$/m)
  })

  test('takes the lists that come with Hedgerow, and says which there are', () => {
    const from = (list: string) => {
      const entry = { id: list, title: list, format: 'domains', category: 'gambling', from: `hedgerow:${list}` }
      const lists = [{ ...entry, author: 'A', approver: 'B', date: '2026-11-26' }]
      const file = join(place, 'shipped.yaml')
      writeFileSync(file, stringify({ policy: 'policy.yaml', key: 'filter.key', snapshot: 'shipped.hgf', lists }))
      return type('compile', 'shipped.yaml')
    }
    for (const list of ['encrypted-dns', 'circumvention', 'unsafe-search']) {
      const { code, said } = from(list)
      assert.equal(code, 0)
      assert.match(
        said,
        new RegExp(`^${list}: lines \\d+, entries \\d+, there twice 0\\.\nEntries`),
        'every line is taken',
      )
    }
    assert.match(
      from('everything').said,
      /no list "everything"\. It has: circumvention, encrypted-dns, unsafe-search\./,
    )
    const asked = type('explain', 'www.startpage.com', '--group', 'ks2', '--snapshot', 'shipped.hgf')
    assert.match(asked.said, /^www\.startpage\.com is blocked/)
  })

  test('goes back to a kept snapshot under a new number, and says which are not kept', () => {
    const answer = () => type('explain', 'more.example', '--group', 'ks2', '--at', '2026-11-26 10:15').said
    assert.match(answer(), /^more\.example is blocked/)
    assert.match(type('go-back', 'filter.yaml', '1').said, /^Snapshot 3 is in .*: what snapshot 1 held/)
    assert.match(answer(), /^more\.example is open/)
    assert.deepEqual([type('go-back', 'filter.yaml', '9').code, type('go-back', 'filter.yaml', '../1').code], [1, 1])
    assert.match(type('go-back', 'filter.yaml', '2').said, /^Snapshot 4/)
    assert.match(answer(), /^more\.example is blocked/)
  })

  test('goes on from a kept snapshot when the one in place is damaged, and from none without being told to', () => {
    const snapshot = join(place, 'snapshot.hgf')
    writeFileSync(snapshot, 'x')
    const { code, said } = type('compile', 'filter.yaml')
    assert.equal(code, 0)
    assert.match(
      said,
      /^Alarm: .*snapshot\.hgf may not be used: .* Snapshot 3, which was kept beside it, is built upon\.$/m,
    )
    assert.match(said, /^Snapshot 5 is in /m, 'not 4, which the damaged one had')
    rmSync(snapshot)
    assert.match(
      type('go-back', 'filter.yaml', '1').said,
      /^Alarm: .*snapshot\.hgf is gone\. Snapshot 3, which .*\nSnapshot 6 is in /,
      'nor 5, which was lost since',
    )
    rmSync(snapshot)
    assert.match(type('compile', 'filter.yaml').said, /Snapshot 3, which [^]*^Snapshot 7 is in /m)
    const kept = readdirSync(place).filter((file) => /^snapshot\.hgf\.\d/.test(file))
    assert.deepEqual(kept.toSorted(), ['snapshot.hgf.1', 'snapshot.hgf.2', 'snapshot.hgf.3', 'snapshot.hgf.6'])
    for (const file of readdirSync(place)) if (file.startsWith('snapshot.hgf')) writeFileSync(join(place, file), 'x')
    assert.match(type('compile', 'filter.yaml').said, /None that was kept can be used either\. To begin anew, take /)
    for (const file of readdirSync(place)) if (file.startsWith('snapshot.hgf')) rmSync(join(place, file))
    assert.match(type('compile', 'filter.yaml').said, /^Snapshot 1 is in /m)
  })

  test('says its first line to whoever stops reading, and ends without a fault', () => {
    const line = `"${process.execPath}" "${cli}" explain www.bets.example --group ks2 --at '2026-11-26 10:15' | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: place, encoding: 'utf8' })
    assert.deepEqual([stdout, stderr], ['www.bets.example is blocked for ks2 at 2026-11-26 10:15.\n', ''])
  })

  test('an export says what it leaves out, at the terminal and in the file itself', () => {
    const tips = ruleOf('tips', {
      verdict: 'block',
      about: { hosts: ['news.example/tips', 'news.example/odds', 'other.example'] },
      to: { everyone: true },
    })
    writeFileSync(join(place, 'policy.yaml'), stringify(policyOf([tips])))
    writeFileSync(join(place, 'gambling.txt'), 'bets.example\n192.0.2.0/24\n198.51.100.7\n203.0.113.0/28\n')
    assert.equal(type('compile', 'filter.yaml').code, 0)
    const leftOut = [
      'Left out: 2 rules about paths (site.example/page): what holds for the host holds for all of it.',
      'Left out: 3 addresses and blocks of addresses in figures (192.0.2.0/24).',
      'Left out: what KS2 get at an address in figures that no list knows (block).',
    ]
    const files = [
      ['squid', 'hedgerow.squid.conf', '# '],
      ['rpz', 'hedgerow.rpz', '; '],
      ['pac', 'hedgerow.pac', '// '],
      ['chromium', 'hedgerow.json.left-out.txt', ''],
    ] as const
    for (const [program, file, comment] of files) {
      const proxy = program === 'pac' ? ['--proxy', 'filter.example:8080'] : []
      const { code, said } = type('export', '--group', 'ks2', '--as', program, '--into', 'left-out', ...proxy)
      assert.equal(code, 0, said)
      const text = readFileSync(join(place, 'left-out', file), 'utf8')
      for (const sentence of leftOut) {
        assert.ok(said.includes(`${sentence}\n`), `${program} says: ${said}`)
        assert.ok(text.includes(`${comment}${sentence}\n`), `${file} holds: ${text.slice(0, 500)}`)
      }
      assert.ok(text.startsWith(`${comment}Left out: `), 'at its head')
    }
    JSON.parse(readFileSync(join(place, 'left-out/hedgerow.json'), 'utf8'))
  })

  const slips: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'a file that is not there',
      ['compile', 'nowhere.yaml'],
      /^nowhere\.yaml, what to compile, cannot be read: it is not there\.\n$/,
    ],
    [
      'a group that does not exist',
      ['explain', 'x.example', '--group', 'ks9'],
      /^The policy has no group "ks9"\. It has eyfs, ks2, staff\.\n$/,
    ],
    ['a time that is none', ['explain', 'x.example', '--group', 'ks2', '--at', 'soon'], /^"soon" is no time/],
    [
      'a program that there is no export for',
      ['export', '--group', 'ks2', '--as', 'bird', '--into', 'x'],
      /^--as is one of rpz/,
    ],
    [
      'a snapshot that is not there',
      ['explain', 'x.example', '--group', 'ks2', '--snapshot', 'no.hgf'],
      /^There is no snapshot no\.hgf/,
    ],
    ['a log that is not there', ['diff', 'snapshot.hgf', 'snapshot.hgf', '--log', 'no'], /^There is no log no\.\n$/],
  ]
  for (const [what, args, sentence] of slips) {
    test(`says in a sentence that there is ${what}`, () => {
      const { code, said } = type(...args)
      assert.equal(code, 1)
      assert.match(said, sentence)
    })
  }

  test('says in sentences what is wrong with a configuration', () => {
    writeFileSync(join(place, 'gateway.yaml'), 'school: X\nnetworks: []\nsurprise: 1\n')
    const { code, said } = type('serve', 'gateway.yaml')
    assert.equal(code, 1)
    assert.match(said, /surprise/)
    assert.ok(!/\n\s+at /.test(said), 'no stack')
  })
})

describe('a replayed log', () => {
  test('counts lines that it cannot read, and a page only once', async () => {
    const snapshot = await schoolSnapshot()
    const replay = new Replay(snapshot, snapshot)
    for (const line of [
      'rubbish',
      '2026-11-26T10:15:00.000Z\tpage\tblock\tcategory\tgambling\t1\t\tks2\t\t\t\thttp://bets.example/\t1-a',
    ])
      replay.row(rowOf(line))
    assert.deepEqual(replay.sentences(), [
      'Of 0 questions in the log, none would be answered otherwise by snapshot 1 than by snapshot 1.',
      '1 line could not be read.',
    ])
  })
})

describe('the school’s clock', () => {
  test('is London’s, in winter, in summer and on the days when the hour changes', () => {
    assert.equal(instantOf('2026-11-26 10:15', 0), Date.parse('2026-11-26T10:15:00Z'))
    assert.equal(instantOf('2026-07-01 10:15', 0), Date.parse('2026-07-01T09:15:00Z'))
    assert.equal(instantOf('2026-10-25 01:30', 0), Date.parse('2026-10-25T00:30:00Z'), 'the first of the two')
    assert.equal(instantOf('2026-07-01T10:15:00+02:00', 0), Date.parse('2026-07-01T08:15:00Z'))
    assert.throws(() => instantOf('2026-03-29 01:30', 0), /is no time/)
    assert.throws(() => instantOf('2026-02-30 10:00', 0), /is no time/)
    assert.equal(localText(Date.parse('2026-07-01T09:15:00Z')), '2026-07-01 10:15')
  })
})
