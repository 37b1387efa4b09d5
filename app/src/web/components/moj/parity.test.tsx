import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { normalisedHtml } from '../../../../test/normalised-html.js'
import { Badge } from './badge.js'
import { Filter } from './filter.js'
import { IdentityBar } from './identity-bar.js'
import { Messages } from './messages.js'
import { Search } from './search.js'
import { SideNavigation } from './side-navigation.js'
import { SubNavigation } from './sub-navigation.js'
import { Timeline } from './timeline.js'

/** The little of nunjucks that this test uses; it publishes no types. */
interface Nunjucks {
  configure(folders: readonly string[], options: object): Environment
}
interface Environment {
  addFilter(name: string, filter: (value: string, how: string) => string): void
  renderString(template: string, context: object): string
}

const require = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))
const nunjucks = require('nunjucks') as Nunjucks
const environment = nunjucks.configure(
  [join(folderOf('govuk-frontend'), 'dist'), folderOf('@ministryofjustice/frontend')],
  {
    autoescape: true,
  },
)

/** Days and times as this test words them, in place of MOJ's own filter: ours come worded from dates.ts. */
environment.addFilter('mojDate', (value, how) => (how === 'date' ? value.slice(0, 10) : value))

/** What MOJ's own template makes of some options. MOJ publishes no fixtures. */
function original(component: string, options: object): string {
  return environment.renderString(`{% include "moj/components/${component}/template.njk" %}`, { params: options })
}

const same = (component: string, options: object, ours: VNode) =>
  assert.equal(normalisedHtml(renderToString(ours)), normalisedHtml(original(component, options)))

const items = [
  { text: 'Chronology', href: '/cases/1', active: true },
  { text: 'People & roles', href: '/cases/1/people', attributes: { 'data-x': 'y' } },
]

test('badge renders as MOJ’s does', () => {
  same('badge', { text: 'Urgent' }, <Badge text="Urgent" />)
  const options = { text: 'a < b', classes: 'moj-badge--red', attributes: { id: 'b' } }
  same('badge', options, <Badge {...options} />)
})

test('timeline renders as MOJ’s does', () => {
  const at = '2026-11-24T10:42:00Z'
  const entry = { label: { text: 'Entry' }, text: 'Rang home', byline: { text: 'Wren Alder' }, classes: 'x' }
  same(
    'timeline',
    { items: [{ ...entry, datetime: { timestamp: at, type: 'datetime' } }], headingLevel: 3, attributes: { id: 't' } },
    <Timeline
      items={[{ ...entry, datetime: { timestamp: at, text: at } }]}
      headingLevel={3}
      attributes={{ id: 't' }}
    />,
  )
})

test('sub-navigation renders as MOJ’s does', () => {
  same('sub-navigation', { items }, <SubNavigation items={items} />)
  same(
    'sub-navigation',
    { items, label: 'Case', classes: 'x' },
    <SubNavigation items={items} label="Case" classes="x" />,
  )
})

test('side-navigation renders as MOJ’s does', () => {
  same('side-navigation', { items, label: 'Settings' }, <SideNavigation items={items} label="Settings" />)
  const sections = [{ heading: { text: 'School', headingLevel: 3, classes: 'x' }, items }]
  same('side-navigation', { sections }, <SideNavigation sections={sections} />)
})

test('filter renders as MOJ’s does', () => {
  const options = {
    heading: { text: 'Filter' },
    submit: { text: 'Show', attributes: { id: 'go' } },
    selectedFilters: {
      heading: { text: 'In use' },
      clearLink: { text: 'Clear', href: '/all' },
      categories: [{ heading: { text: 'State' }, items: [{ href: '/all', text: 'Open' }] }],
    },
  }
  const controls = <p>controls</p>
  same('filter', { ...options, optionsHtml: '<p>controls</p>' }, <Filter {...options}>{controls}</Filter>)
  same('filter', { heading: { text: 'F' }, optionsHtml: '' }, <Filter heading={{ text: 'F' }}>{null}</Filter>)
})

test('search renders as MOJ’s does', () => {
  const options = {
    action: '/search',
    method: 'post',
    csrf: { value: 'token' },
    input: { id: 'words', name: 'words' },
    label: { text: 'Search', classes: 'x' },
    hint: { text: 'By name' },
    button: { text: 'Go' },
  } as const
  same('search', options, <Search {...options} />)
  same('search', { ...options, layout: 'stacked' }, <Search {...options} layout="stacked" />)
})

test('identity bar renders as MOJ’s does', () => {
  same('identity-bar', { title: { text: 'Case 7' } }, <IdentityBar title={{ text: 'Case 7' }} />)
})

test('messages render as MOJ’s do', () => {
  const message = { type: 'sent', sender: 'Mrs Okafor', text: 'We have read it' } as const
  const at = '2026-11-24'
  same(
    'messages',
    {
      items: [
        { ...message, timestamp: at, id: '1' },
        { ...message, type: 'received', timestamp: at },
      ],
    },
    <Messages
      items={[
        { ...message, timestamp: at, date: at, time: at, id: '1' },
        { ...message, type: 'received', timestamp: at, date: at, time: at },
      ]}
    />,
  )
})
