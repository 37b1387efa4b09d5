import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { clauseOf, clausesOf, partOf } from '../../engine/packs/lookup.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { ReadTx, Tx } from '../../kernel/db/tx.js'
import { draftPack } from './draft/draft-pack.js'
import { draftView } from './draft/draft-view.js'
import { wholeAdoption } from './draft/overlay-files.js'
import type { Edit } from './draft/overlay-files.js'
import { ownPromise } from './draft/own-promise.js'
import { editsOf } from './queries/drafts.js'
import { beginDraft, editEntry, openDraft, submitDraft } from './index.js'

describe('a school’s own promises and its own way into force', () => {
  let t: TestDb
  let school: FullSchool
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    await as((tx) => beginDraft(tx))
  })
  after(() => t.close())

  const as = async <R>(work: (tx: Tx) => Promise<R>): Promise<R> => inSchool(t.db, await school.as('dsl'), work)
  const see = async <R>(work: (tx: ReadTx) => Promise<R>): Promise<R> => reading(t.db, await school.as('dsl'), work)
  const edit = (change: Edit) => as((tx) => editEntry(tx, change))
  const view = () =>
    see(async (tx) => {
      const draft = await openDraft(tx)
      assert.ok(draft)
      return draftView(tx, draft)
    })

  const words = {
    part: 'telling',
    text: 'A worry box stands in every corridor and is emptied each school day.',
    plain: 'There is a worry box in every corridor.',
    child: 'You can put your worry in the box.',
    ks1: null,
    reason: 'The school council asked for it.',
    posts: ['dsl'],
    word: 'dsl',
    every: 'term',
    keeper: null,
  }
  const boxes = ownPromise(words, Date.now())

  test('a promise of its own comes last in its part, keeps its id, and is kept on somebody’s word', async () => {
    await edit(boxes)
    const { pack, sentences, edited } = await view()
    const part = partOf(pack, 'telling')
    const own = part?.clauses.at(-1)
    assert.deepEqual(
      [own?.id, own?.keptBy],
      [boxes.entry, [{ mechanism: 'attestation', with: { post: 'dsl', every: 'term' } }]],
    )
    const last = partOf(school.pack.pack, 'telling')?.clauses.at(-1)?.number.split('.')[1]
    assert.equal(own?.number, `3.${Number(last) + 1}`)
    assert.deepEqual(sentences, [`1 promise is new: ${own?.number}.`])
    assert.deepEqual(edited, [boxes.entry])
  })

  test('its words can be changed like any other’s, and its number follows when a newer edition has taken it', async () => {
    await edit({ section: 'clause', entry: boxes.entry, change: { plain: 'Each corridor has a worry box.' } })
    assert.equal(clauseOf((await view()).pack, boxes.entry)?.plain, 'Each corridor has a worry box.')
    const draft = await see(openDraft)
    assert.ok(draft)
    const telling = partOf(draft.over, 'telling')
    const taken = { ...telling?.clauses[0], id: 'of-the-newer-edition', number: '3.900' }
    const newer = {
      ...draft.over,
      parts: draft.over.parts.map((part) =>
        part.part === 'telling' ? { ...part, clauses: [...part.clauses, taken as (typeof part.clauses)[0]] } : part,
      ),
    }
    const laid = await draftPack({ over: newer }, await see((tx) => editsOf(tx, draft.id)))
    assert.ok('pack' in laid, JSON.stringify(laid).slice(0, 400))
    assert.equal(clauseOf(laid.pack, boxes.entry)?.number, '3.901')
  })

  test('a promise can be taken out with a reason, words that were changed before or not, and put back', async () => {
    const [free] = clausesOf((await view()).pack).filter(({ must, id }) => !must && id !== boxes.entry)
    assert.ok(free)
    const about = { section: 'clause', entry: free.id } as const
    await edit({ ...about, change: { plain: 'Other words.' } })
    await assert.rejects(edit({ ...about, change: { drop: true } }), /why/)
    await edit({ ...about, change: { drop: true, why: 'We have none of these.' } })
    const { pack, takenOut } = await view()
    assert.equal(clauseOf(pack, free.id), undefined)
    assert.deepEqual(
      takenOut.map(({ entry, why }) => [entry, why]),
      [[free.id, 'We have none of these.']],
    )
    await edit({ ...about, change: null })
    assert.equal(clauseOf((await view()).pack, free.id)?.plain, free.plain)
  })

  test('what the law asks for is not taken out', async () => {
    const must = clausesOf(school.pack.pack).find((clause) => clause.must)
    await assert.rejects(
      edit({ section: 'clause', entry: must?.id ?? '', change: { drop: true, why: 'Too much.' } }),
      /must/,
    )
  })

  test('a step of the school’s own comes before the approval, and each step changes without the others', async () => {
    const staff = { title: 'Agreed by the staff', kind: 'agree', by: ['any-staff'], quorum: 2, meeting: true }
    await edit({ section: 'adoption', entry: 'own-staff', change: { ...staff, reason: 'They keep it.' } })
    await edit({ section: 'adoption', entry: 'approved', change: { quorum: 1 } })
    await edit({ section: 'adoption', entry: wholeAdoption, change: { discuss: ['any-staff'] } })
    const { pack, sentences } = await view()
    assert.deepEqual(
      pack.adoption.steps.map(({ id, quorum }) => [id, quorum ?? 1]),
      [
        ['technical-review', 1],
        ['agreed', 2],
        ['own-staff', 2],
        ['approved', 1],
      ],
    )
    for (const said of ['Agreed by the staff” may be taken by', 'at a meeting', 'talked through with'])
      assert.ok(
        sentences.some((sentence) => sentence.includes(said)),
        said,
      )
  })

  test('a policy that nobody approves, or whose steps cannot be taken, goes no further', async () => {
    await assert.rejects(
      edit({ section: 'adoption', entry: 'approved', change: { drop: true, why: 'Quicker.' } }),
      /has to approve/i,
    )
    await edit({ section: 'adoption', entry: 'technical-review', change: { quorum: 40 } })
    await assert.rejects(
      as((tx) => submitDraft(tx, 'It is current.')),
      /asks for 40 people, and those who may take it are 1\./,
    )
    await edit({ section: 'adoption', entry: 'technical-review', change: null })
    await as((tx) => submitDraft(tx, 'It is current.'))
  })
})
