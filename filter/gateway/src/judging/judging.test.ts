import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { listOf, opened, policyOf, ruleOf } from '../../../engine/test/school.js'
import { supplied } from '../../../engine/test/supplied.js'
import { askDns } from '../../test/ask-dns.js'
import { startGateway } from '../../test/school-gateway.js'
import { startEverywhere } from '../../test/upstream.js'
import { Talk } from '../../test/talk.js'
import { technician } from '../../test/technician.js'
import { readJudgements, ruleRecords } from './judgement-file.js'

// In a folder of its own: beside its log a gateway remembers which illegal layer was in force.
const log = join(mkdtempSync(join(tmpdir(), 'flagged-')), 'log')
const google = (typed: string, more = ''): string =>
  `http://www.google.co.uk/search?q=${encodeURIComponent(typed)}${more}`

/** A morning of one class: a search that worries, by proxy and by the extension, a flagged site and an illegal one by DNS, and what is no matter. */
async function aMorning(): Promise<void> {
  const groups = policyOf([]).groups.map((group) => ({ ...group, words: { 'self-harm': { flag: 50, block: 110 } } }))
  const watched = ruleOf('look-at-chat', { verdict: 'flag', about: { categories: ['social'] }, to: { everyone: true } })
  const phrases = [
    { id: 'want to die', words: 'want to die', category: 'self-harm', weight: 60, language: 'en' },
    { id: 'umrzeć, chcę', words: 'chcę umrzeć', category: 'self-harm', weight: 60, language: 'pl' },
    { id: 'lesson', words: 'lesson', category: 'self-harm', weight: -5, language: 'en' },
  ]
  const lists = [listOf('social', 'chat.example', { category: 'social' })]
  const upstream = await startEverywhere('192.0.2.1')
  const gateway = await startGateway({
    upstreams: [upstream.port],
    open: () =>
      opened({ policy: policyOf([watched], { groups }), lists, phrases, suppliers: [supplied(['worst.example'])] }),
    config: { log: { folder: log } },
  })
  const { dns = 0, proxy = 0, status } = gateway.ports
  const typed = async (address: string) =>
    (
      await fetch(`http://127.0.0.1:${status}/decision?target=${encodeURIComponent(address)}&group=ks2&person=p1`)
    ).json()
  await typed(google('want to die lesson'))
  await typed(google('want to die lesson', '&start=10'))
  await typed(google('owls'))
  const both = google('want to die chcę umrzeć')
  for (const accept of ['text/html', 'image/png'])
    await new Talk(proxy)
      .say(`GET ${both} HTTP/1.1\r\nHost: www.google.co.uk\r\nAccept: ${accept}\r\n\r\n`)
      .until(/403 [^]*\r\n\r\n/)
  await askDns(dns, 'chat.example')
  await askDns(dns, 'worst.example')
  assert.equal(gateway.parts.log.raised, 7)
  await gateway.stop()
  await upstream.close()
}

describe('what was flagged', () => {
  const { place, type } = technician()
  const judging = ['--log', log, '--judgements', join(place, 'judgements.csv')]
  const idsIn = (said: string): string[] => [...said.matchAll(/judge (\S+)/g)].map(([, id]) => id ?? '')
  before(aMorning)

  test('waits for a person, one line for one day’s doing, with what raised it', () => {
    const { code, said } = type('flags', ...judging)
    assert.equal(code, 0)
    assert.match(said, /^To be judged: 4\.\n/)
    assert.match(
      said,
      /ks2, p1: open, and flagged for a person to judge, self-harm, 2 times that day\n {2}“want to die lesson”, typed at www\.google\.co\.uk\n {2}raised by want to die\n/,
    )
    assert.match(
      said,
      /ks2, 127\.0\.0\.1: blocked, self-harm, 2 times that day\n {2}“want to die chcę umrzeć”, typed at www\.google\.co\.uk\n {2}raised by want to die; umrzeć, chcę\n/,
    )
    assert.match(
      said,
      /ks2, 127\.0\.0\.1: open, and flagged for a person to judge, social\n {2}chat\.example\n {2}raised by look-at-chat\n/,
    )
    assert.match(said, /ks2, 127\.0\.0\.1: blocked\n {2}an address [^]* not shown[^]*\n {2}raised by supplier:Trust\n/)
    assert.doesNotMatch(said, /owls|worst/)
  })

  test('is judged true or false by somebody, each rule keeps its count, and it waits no longer', () => {
    const [search = '', both = '', chat = '', worst = ''] = idsIn(type('flags', ...judging).said)
    assert.match(type('judge', search, 'false', '--by', 'D. Lead', ...judging).said, /^Judged false\./)
    assert.match(
      type('judge', both, 'true', '--by', 'D. Lead', ...judging).said,
      /1 and 1 {2}want to die\n {2}1 and 0 {2}umrzeć, chcę/,
    )
    const { said } = type('flags', ...judging)
    assert.match(said, /^To be judged: 2\.\n/)
    assert.deepEqual(idsIn(said), [chat, worst])
    assert.match(
      type('judge', search, 'true', '--by', 'H. Teacher', ...judging).said,
      /^Judged true, and no longer false\./,
    )
    assert.deepEqual(ruleRecords(readJudgements(join(place, 'judgements.csv'))), [
      { rule: 'want to die', judgedTrue: 2, judgedFalse: 0 },
      { rule: 'umrzeć, chcę', judgedTrue: 1, judgedFalse: 0 },
    ])
    const file = readFileSync(join(place, 'judgements.csv'), 'utf8')
    assert.equal(file.split('\n').length, 5, 'a heading, three judgements, and nothing written over')
    assert.doesNotMatch(file, /google|p1/)
  })

  test('waits again when it is done again after it was judged', () => {
    const about = ['--log', 'chat.tsv', '--judgements', 'chat.csv']
    const line = (time: string, id: string): string =>
      `2026-06-25T${time}:00.000Z\tdns\tflag\tcategory\tsocial\t1\t10.0.0.1\tks2\t\t\t\t\tchat.example\t${id}\tchat\n`
    writeFileSync(join(place, 'chat.tsv'), line('08:00', '1-a') + line('08:59', '1-b'))
    writeFileSync(
      join(place, 'chat.csv'),
      'at,decision,judged,by,rules\n2026-06-25T09:00:00.000Z,1-a,false,D. Lead,chat\n',
    )
    assert.match(type('flags', ...about).said, /^Nothing waits/)
    appendFileSync(join(place, 'chat.tsv'), line('09:01', '1-c'))
    assert.match(type('flags', ...about).said, /^To be judged: 1\.[^]*3 times that day/)
  })

  test('a wrong word or an unknown decision is said, and nothing is written', () => {
    const empty = ['--log', log, '--judgements', join(place, 'none.csv')]
    assert.match(
      type('judge', 'x', 'maybe', '--by', 'D. Lead', ...empty).said,
      /^Say true or false: "maybe" is neither\.\n$/,
    )
    assert.match(
      type('judge', '1-abc', 'true', '--by', 'D. Lead', ...empty).said,
      /^Nothing in \S+ was raised by decision 1-abc\.\n$/,
    )
    assert.match(type('judge', '1-abc', 'true', ...empty).said, /--by/)
    assert.match(type('flags', '--log', 'nowhere').said, /^There is no log nowhere\.\n$/)
    assert.deepEqual(readJudgements(join(place, 'none.csv')), [])
    writeFileSync(join(place, 'bad.csv'), 'at,decision,judged,by,rules\n2026-11-26,1-a,perhaps,D,a\n')
    assert.throws(() => readJudgements(join(place, 'bad.csv')), /line 2: "perhaps" is neither true nor false/)
  })
})
