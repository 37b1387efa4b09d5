import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '../../../../test/render-checks.js'
import { shippedPack } from '../../../../test/full-school.js'
import { textOf, unsignedOf } from '../../../engine/agreements/text.js'
import { agreementOf } from '../../../engine/packs/lookup.js'
import { testFrame } from '../../../web/gallery/test-frame.js'
import { renderPage } from '../../../web/page.js'
import { pictures } from '../../../web/pictures/picture.js'
import { shutWords } from '../shut-words.js'
import { signingWords, wordsIn } from '../words.js'
import { ParentDonePage, ParentDoorPage, ParentShutPage } from './parent.js'
import { ReceiptPage } from './receipt.js'
import { SignPage } from './sign.js'
import { TabletPage } from './tablet.js'
import { TextPage } from './text.js'

const frame = testFrame
const agreement = async (id: string, pack = 'uk-primary') => {
  const found = agreementOf((await shippedPack(pack)).pack, id)
  assert.ok(found)
  return found
}

test('a parent reads the whole page in their own language, and Arabic runs from the right', async () => {
  const parent = await agreement('parent')
  for (const [language, dir] of [
    ['en', 'ltr'],
    ['pl', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    const text = textOf(parent, language)
    const words = wordsIn(language)
    const html = renderPage(
      <SignPage
        {...{ frame, text, words, typed: {}, languages: [] }}
        about={words.about('Mia')}
        action="/sign/example/secret"
        hidden={{ key: 'k', language }}
        facts={['read', 'discussed']}
        unsigned={unsignedOf(parent, language)}
        problems={[{ field: 'name', sentence: words.nameMissing }]}
      />,
    )
    checkPage(html)
    assert.match(html, new RegExp(`<html lang="${language === 'en' ? 'en-GB' : language}" dir="${dir}"`))
    assert.equal(html.includes('Fern'), false)
  }
})

test('the pages around a link are valid, and say why it opens nothing', () => {
  const words = wordsIn('ar')
  const about = words.about('Mia')
  checkPage(
    renderPage(<ParentDoorPage {...{ frame, words, about }} lang="ar" action="/x" asks="born" wrong languages={[]} />),
  )
  const receipts = [{ title: 'A', code: '7K4M-9QTX' }]
  checkPage(renderPage(<ParentDonePage {...{ frame, words, about, receipts }} lang="ar" refused={false} next="/x" />))
  const { why, office, ...rest } = shutWords['ar'] as NonNullable<(typeof shutWords)[string]>
  const shut = { frame, ...rest, label: words.languages, languages: [{ language: 'en', href: '/x?language=en' }] }
  const html = renderPage(<ParentShutPage {...shut} lang="ar" why={why.used} office={office(null)} codeUrl="/sign/x" />)
  checkPage(html)
  assert.match(html, /<html lang="ar" dir="rtl"/)
  assert.deepEqual(Object.keys(shutWords), Object.keys(signingWords))
})

test('an Arabic text runs from the right from its title to its promise, on the page of staff and on the receipt', async () => {
  const parent = await agreement('parent')
  const text = textOf(parent, 'ar')
  const unsigned = unsignedOf(parent, 'ar')
  const shown = { frame, text, unsigned, hash: 'a'.repeat(64), languages: ['en', 'ar'], facts: [], lacks: [] }
  const pages = [
    renderPage(<TextPage {...shown} maySignOff={false} />),
    renderPage(
      <ReceiptPage {...shown} id="x" rows={[]} code="C" verify="v" mayAccept={false} mayVoid={false} problem={null} />,
    ),
  ]
  for (const html of pages)
    for (const words of [text.intro, text.promise])
      assert.match(html.replaceAll(/\s+/g, ' '), new RegExp(`<p [^>]*dir="rtl"[^>]*> ?${words.slice(0, 20)}`))
  assert.equal(unsigned.language, 'ar')
  assert.deepEqual(unsignedOf(parent, 'fr'), { language: 'en-GB', words: parent.unsigned })
})

test('a class’s tablet is one form that works with no JavaScript, with a drawing beside each promise', async () => {
  const ks1 = await agreement('pupil-ks1')
  const left = [
    { id: 'a', name: 'Mia' },
    { id: 'b', name: 'Zoë' },
  ]
  const html = renderPage(
    <TabletPage
      {...{ frame, left }}
      action="/class/x/now"
      formKey="k"
      text={textOf(ks1, 'en')}
      pictures
      className="Holly"
      thanks={null}
      problem={null}
      chosen={null}
    />,
  )
  checkPage(html)
  assert.equal((html.match(/name="child"/g) ?? []).length, 2)
  assert.ok((html.match(/class="picture"/g) ?? []).length >= ks1.clauses.length)
})

test('every drawing that a pack names is one of ours', async () => {
  for (const id of ['uk-primary', 'academy-coordinator', 'school-group', 'junior', 'london-grid', 'county-template']) {
    const named = (await shippedPack(id)).pack.agreements.flatMap(({ clauses }) =>
      clauses.flatMap(({ picture }) => picture ?? []),
    )
    assert.deepEqual(
      named.filter((picture) => !Object.hasOwn(pictures, picture)),
      [],
      id,
    )
  }
})
