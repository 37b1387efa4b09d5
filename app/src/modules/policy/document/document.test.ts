import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { shippedPack } from '../../../../test/full-school.js'
import { clausesOf } from '../../../engine/packs/lookup.js'
import type { LoadedPack } from '../../../engine/packs/pack.js'
import { projectRoot } from '../../../kernel/root.js'
import { copyCode, readCopyCode } from './copy-code.js'
import { policyDocument, sheetLines, wordings } from './policy-document.js'
import type { PolicyDocument, Wording } from './policy-document.js'
import { setDocument } from './set-document.js'

const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const today = Temporal.PlainDate.from('2026-11-24')
const packs = readdirSync(join(projectRoot(), 'packs'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

const documentOf = ({ pack, hash }: LoadedPack, wording: Wording, names = ['Amira Khan']): PolicyDocument =>
  policyDocument(pack, wording, {
    school: 'Thornfield Test Primary',
    standing: {
      version: 2,
      from: today,
      until: null,
      hash,
      approvals: ['Approved by the governors on 3 November 2026.'],
    },
    holders: new Map([['dsl', names]]),
    documents: [{ title: 'Behaviour policy', edition: 'September 2026', web: 'https://example.org/behaviour' }],
    reviews: ['By the governors: every 12 months. Next by 3 November 2027.'],
    changes: ['1 promise is worded differently: 3.1.'],
  })
const pdfOf = (document: PolicyDocument): string =>
  Buffer.from(setDocument(document, { now, today, checkAddress: 'https://school.example/policy/copy' })).toString(
    'latin1',
  )
const pagesIn = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0

describe('the policy as a document', () => {
  test('every pack prints for each reader as a tagged PDF that says so, and the child’s is one sheet', async () => {
    for (const { name } of packs) {
      const pack = await shippedPack(name)
      for (const wording of wordings) {
        const pdf = pdfOf(documentOf(pack, wording))
        assert.match(pdf, /\/MarkInfo/, `${name} ${wording} is tagged`)
        assert.match(pdf, /pdfuaid/, `${name} ${wording} claims PDF/UA`)
        assert.match(pdf, /\/Lang \(en-GB\)|\/Lang \(en-gb\)/i, `${name} ${wording} names its language`)
        if (wording.startsWith('ks')) assert.equal(pagesIn(pdf), 1, `${name} ${wording} is one sheet`)
      }
    }
  })

  test('every promise of the pack is in the full document once, front or part', async () => {
    for (const { name } of packs) {
      const { pack, hash } = await shippedPack(name)
      const { front, parts } = documentOf({ pack, hash }, 'full')
      const printed = [...front, ...parts].flatMap(({ lines }) => lines.map(({ id }) => id))
      assert.deepEqual(
        printed.toSorted(),
        clausesOf(pack)
          .map(({ id }) => id as string)
          .toSorted(),
        name,
      )
    }
  })

  test('plain, KS2 and KS1 are the same promises in other words, and a child’s sheet has few of them', async () => {
    const base = await shippedPack()
    const lines = (wording: Wording) => documentOf(base, wording).parts.flatMap(({ lines: all }) => all)
    const clauses = new Map(clausesOf(base.pack).map((clause) => [clause.id as string, clause]))
    for (const line of lines('plain')) assert.equal(line.text, clauses.get(line.id)?.plain)
    for (const line of lines('ks2')) assert.equal(line.text, clauses.get(line.id)?.child)
    assert.ok(lines('ks2').length > 30 && lines('ks2').length < lines('plain').length)
    assert.ok(sheetLines(base.pack, 'ks1').length >= 8 && sheetLines(base.pack, 'ks1').length <= 16)
    for (const sentence of sheetLines(base.pack, 'ks1')) assert.ok(sentence.split(' ').length <= 12, sentence)
  })

  test('the school’s own documents that the policy leans on are printed with their edition and lead to their page', async () => {
    const base = await shippedPack()
    assert.match(pdfOf(documentOf(base, 'full')), /https:\/\/example\.org\/behaviour/)
  })

  test('a name in letters that the face lacks is printed, or boxed where no font has it, and never stops the print', async () => {
    const base = await shippedPack()
    for (const name of ['Ngô Thị Hồng', 'Ольга Иванова', '王 小明', '“#let x = 1” $a$ \\'])
      assert.match(pdfOf(documentOf(base, 'full', [name])), /pdfuaid/)
  })

  test('a copy’s code reads back however it is typed, and a draft’s text has another', async () => {
    const { hash } = await shippedPack()
    const code = copyCode(hash)
    assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    assert.equal(readCopyCode(` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o')} `), code)
    assert.notEqual(copyCode(`${hash}x`), code)
    assert.equal(readCopyCode('no such code'), null)
  })
})
