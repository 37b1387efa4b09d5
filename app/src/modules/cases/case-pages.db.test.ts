import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { checkPage } from '../../../test/render-checks.js'
import { signedInRoutes } from '../../../test/signed-in-routes.js'
import type { SignedInRoutes } from '../../../test/signed-in-routes.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool } from '../../kernel/db/in-school.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId } from '../../kernel/ids.js'
import { caseActs } from './acts/case-acts.js'
import { openExampleCase } from './case.examples.js'
import { addAction } from './commands/actions.js'
import { addEntry, correctEntry } from './commands/add-entry.js'
import { contactAgency } from './commands/contact-agency.js'
import { decide } from './commands/decide.js'
import { decideParents } from './commands/decide-parents.js'
import { enterStep } from './commands/enter-step.js'
import { casesModule } from './module.js'
import { childrenOf } from './queries/children-of.js'

describe('the pages of cases', () => {
  let t: TestDb
  let school: FullSchool
  let routes: SignedInRoutes
  let dsl: Actor
  let child: PersonId
  before(async () => {
    t = await openTestDb()
    school = await fullSchool(t.db)
    routes = await signedInRoutes(t.db, casesModule)
    dsl = await school.as('dsl')
    child = await school.add({ kind: 'pupil', given: 'Bea', family: 'Marsh', classCode: '4 Oak' })
  })
  after(async () => {
    await routes.close()
    await t.close()
  })

  const good = async (url: string, as = dsl): Promise<string> => {
    const { status, html } = await routes.get(as, url)
    assert.equal(status, 200, `${url}: ${html.slice(0, 300)}`)
    checkPage(html)
    return html
  }

  test('a list that is asked for from a place that cannot be begins at its start', async () => {
    await good('/cases?view=open&after=nowhere')
    await good('/cases?view=open&before=nowhere')
  })

  /** A case with something of every kind in it. */
  async function fullCase() {
    const opened = await openExampleCase(t.db, school.id, dsl, { procedure: 'shared-image', child })
    const made = await inSchool(t.db, dsl, async (tx) => {
      const id = opened.case
      const words = 'Rang home at nine.'
      const entry = await addEntry(tx, id, { kind: 'fact', words, happenedAt: tx.now })
      await correctEntry(tx, id, entry, 'Rang home at ten, not nine.')
      await decide(tx, id, { decided: 'No visit today', reasons: 'She is at home with both parents', acting: false })
      const action = await addAction(tx, id, { what: 'Ring again', owner: dsl.personId as PersonId, due: tx.now })
      const contact = { agency: 'police', kind: 'referral', at: tx.now, spokeWith: 'The desk' } as const
      const referral = await contactAgency(tx, id, { ...contact, theirReference: 'LOG 7', words: 'All that is known' })
      const [first] = await childrenOf(tx, id)
      const told = {
        decision: 'told',
        adults: 'Her mother',
        how: 'By phone',
        toldAt: tx.now,
        words: 'Thanked us',
      } as const
      await decideParents(tx, id, first?.child.id ?? '', told)
      await enterStep(tx, id, { step: 'do-not-view' as never, outcome: 'done' })
      return { entry, action, referral, person: first?.child.id ?? '' }
    })
    return { ...opened, ...made }
  }

  test('an empty list says what would fill it', async () => {
    const html = await good('/cases', await school.as('chair-of-governors'))
    assert.match(html, /You lead no open case/)
  })

  test('a case just opened, and one with everything in it, are good pages', async () => {
    const bare = await openExampleCase(t.db, school.id, dsl, { procedure: null })
    assert.match(await good(`/cases/${bare.case}`), /Start a procedure/)
    const full = await fullCase()
    const html = await good(`/cases/${full.case}`)
    for (const words of ['Bea Marsh, 4 Oak', 'Rang home at ten', 'What it said before', 'Rang home at nine', 'LOG 7'])
      assert.ok(html.includes(words), words)
    assert.match(html, /hedgerow-path__step--now/)
    assert.match(html, /Who looked at this case/)
    assert.doesNotMatch(
      html.match(/<title>.*<\/title>/)?.[0] ?? '',
      /Bea|Marsh|K-/,
      'nothing confidential in the title',
    )
    for (const only of ['written', 'decisions', 'outside', 'procedure', 'case'])
      await good(`/cases/${full.case}?only=${only}`)
    assert.match(await good(`/cases/${full.case}/print`), /Printing was noted/)
    const referral = await good(`/cases/${full.case}/agencies/${full.referral}/print`)
    assert.ok(referral.includes('All that is known') && !referral.includes('Rang home'), 'only what the agency needs')
    for (const view of ['mine', 'open', 'closed']) await good(`/cases?view=${view}`)
  })

  test('a long record comes a page at a time, and every entry of it can be reached without JavaScript', async () => {
    const opened = await openExampleCase(t.db, school.id, dsl, { procedure: null })
    const first = await inSchool(t.db, dsl, async (tx) => {
      const entries: string[] = []
      for (let at = 0; at < 60; at++)
        entries.push(await addEntry(tx, opened.case, { kind: 'fact', words: `Word number ${at}.`, happenedAt: tx.now }))
      await correctEntry(tx, opened.case, entries[0] ?? '', 'Word number nought.')
      await decide(tx, opened.case, { decided: 'To wait', reasons: 'Nothing new', acting: false })
      return entries[0] ?? ''
    })
    const seen = new Set<string>()
    let url: string | null = `/cases/${opened.case}`
    let pages = 0
    for (; url; pages++) {
      const html: string = await good(url)
      const here = [...html.matchAll(/id="entry-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
      assert.ok(here.length <= 25, `${here.length} entries on one page`)
      for (const id of here) assert.ok(!seen.has(id), 'no entry twice')
      for (const id of here) seen.add(id)
      if (here.includes(first))
        assert.match(html, /Word number nought\.[\s\S]*What it said before[\s\S]*Word number 0\./)
      url = /rel="next"[^>]*|href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null
    }
    assert.ok(pages >= 3 && seen.has(first) && seen.size >= 61, `${seen.size} entries on ${pages} pages`)
    assert.equal([...(await good(`/cases/${opened.case}/print`)).matchAll(/Word number \d+\./g)].length, 60)
    assert.match(await good(`/cases/${opened.case}?only=decisions`), /To wait/)
  })

  test('every act has a page, and an empty form comes back with what to do, losing nothing', async () => {
    const full = await fullCase()
    const ids: Readonly<Record<string, string>> = {
      entry: full.entry,
      action: full.action,
      person: full.person,
      step: 'immediate-danger',
    }
    for (const act of caseActs) {
      if (act.path === 'reopen' || act.path === 'sharing/:person/end') continue
      const url = `/cases/${full.case}/${act.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name)}`
      await good(url)
      if (act.path === 'close') continue
      const sent = await routes.post(dsl, url, { words: '', reason: 'Because' })
      if (act.path.endsWith('role')) continue
      assert.equal(sent.status, 400, `${url} ${sent.html.slice(0, 200)}`)
      checkPage(sent.html)
      assert.match(sent.html, /There is a problem/, url)
    }
  })

  test('an entry written on its page is in the chronology, and a double click writes it once', async () => {
    const { case: id } = await openExampleCase(t.db, school.id, dsl, { procedure: null, child })
    const when = { 'happened-day': '24', 'happened-month': '11', 'happened-year': '2026', 'happened-time': '9:15' }
    const fields = { key: newId(), kind: 'fact', words: 'A note of mine', ...when }
    for (const sent of [1, 2]) {
      const { status, location } = await routes.post(dsl, `/cases/${id}/entry`, fields)
      assert.equal(status, 303, `sent ${sent} times`)
      assert.equal(location, `/cases/${id}`)
    }
    assert.equal((await good(`/cases/${id}`)).match(/A note of mine/g)?.length, 1)
  })

  test('the closing page lists what is still open, each with a link to where it is dealt with', async () => {
    const { case: id } = await openExampleCase(t.db, school.id, dsl, { procedure: 'cyberbullying', child })
    const html = await good(`/cases/${id}/close`)
    assert.match(html, /cannot be closed yet/)
    assert.match(html, new RegExp(`/cases/${id}/parents/`))
    assert.match(html, new RegExp(`/cases/${id}/steps/`))
    assert.doesNotMatch(html, /<textarea/, 'no words are asked for what cannot be done')
  })

  test('a person found on a form can be added to the case', async () => {
    const { case: id } = await openExampleCase(t.db, school.id, dsl, { procedure: null })
    const found = await routes.post(dsl, `/cases/${id}/person`, { _search: 'person', 'person-words': 'bea' })
    assert.match(found.html, /Bea Marsh/)
    const sent = await routes.post(dsl, `/cases/${id}/person`, { person: child, role: 'harmed' })
    assert.equal(sent.status, 303, sent.html.slice(0, 400))
    assert.match(await good(`/cases/${id}`), /Bea Marsh, 4 Oak/)
  })

  test('no page of a case offers a place for a picture or makes a link of an address that somebody typed', async () => {
    const { case: id } = await openExampleCase(t.db, school.id, dsl, { procedure: 'shared-image', child })
    await inSchool(t.db, dsl, (tx) =>
      addEntry(tx, id, { kind: 'fact', words: 'She named https://bad.example/picture.png', happenedAt: tx.now }),
    )
    const html = await good(`/cases/${id}`)
    assert.doesNotMatch(html, /type="file"|multipart|href="https:\/\/bad/)
  })

  test('every procedure of the policy is a page to read, with its drawing', async () => {
    for (const { id } of school.pack.pack.procedures) {
      await good(`/policy/procedures/${id}`)
      const { status, html } = await routes.get(dsl, `/policy/procedures/${id}/drawing.svg`)
      assert.equal(status, 200)
      assert.match(html, /^<svg/)
    }
    assert.equal((await routes.get(dsl, '/policy/procedures/none-such')).status, 404)
  })

  test('a case that does not exist and one that is not mine to see answer alike', async () => {
    const { case: id } = await openExampleCase(t.db, school.id, dsl, { procedure: null })
    const senco = await school.as('senco')
    const hidden = await routes.get(senco, `/cases/${id}`)
    const none = await routes.get(senco, `/cases/01890a5d-ac96-774b-bcce-b302099a8057`)
    assert.equal(hidden.status, 404)
    assert.equal(none.status, 404)
    const said = ({ html }: typeof hidden) => html.replaceAll(/value="[^"]*"/g, '')
    assert.equal(said(hidden), said(none))
  })
})
