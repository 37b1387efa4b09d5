import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '../../../../test/render-checks.js'
import type { PersonId } from '../../../kernel/ids.js'
import { testFrame } from '../../../web/gallery/test-frame.js'
import { renderPage } from '../../../web/page.js'
import { PeoplePage } from './people.js'
import type { PeoplePageProps } from './people.js'

const card = {
  id: 'a' as PersonId,
  name: 'Zoë Wren',
  kind: 'pupil',
  class_code: 'Maple',
  year_group: '4',
  job_title: null,
} as const
const page = (over: Partial<PeoplePageProps> = {}): string =>
  renderPage(
    <PeoplePage
      frame={testFrame}
      counts={[{ kind: 'pupil', count: 420 }]}
      sought=""
      found={null}
      mayKeepAccounts
      mayImport
      {...over}
    />,
  )

test('the people page is good HTML when nobody is known, sought or found', () => {
  for (const html of [page(), page({ counts: [] }), page({ found: [] }), page({ found: [card], sought: 'zo' })])
    checkPage(html)
})

test('what is sought is posted, so that no name stands in an address', () => {
  assert.match(page(), /method="post"/)
})

test('only those whose post allows it are led to accounts', () => {
  assert.doesNotMatch(page({ mayKeepAccounts: false }), /accounts/)
})
