import { Temporal } from 'temporal-polyfill'
import { Filters } from '../components/app/filters.js'
import { PagingLinks } from '../components/app/paging-links.js'
import { RecordList } from '../components/app/record-list.js'
import { StackedBar } from '../components/app/stacked-bar.js'
import { StateTag } from '../components/app/state-tag.js'
import { Day, Time } from '../components/app/time.js'
import { Checkboxes } from '../components/govuk/checkboxes.js'
import { Pagination } from '../components/govuk/pagination.js'
import { SummaryList } from '../components/govuk/summary-list.js'
import { Table } from '../components/govuk/table.js'
import { TaskList } from '../components/govuk/task-list.js'
import { Filter } from '../components/moj/filter.js'
import { Search } from '../components/moj/search.js'
import { SideNavigation } from '../components/moj/side-navigation.js'
import { SubNavigation } from '../components/moj/sub-navigation.js'

const now = Temporal.Instant.from('2026-11-24T10:42:00Z')
const earlier = Temporal.Instant.from('2026-11-23T15:05:00Z')

/** Lists, tables and what goes round them. */
export function Records() {
  return (
    <>
      <h1 class="govuk-heading-l">Records and lists</h1>
      <SubNavigation
        label="Views"
        items={[
          { text: 'New', href: '#new', active: true },
          { text: 'Mine today', href: '#mine' },
        ]}
      />
      <div class="hedgerow-columns">
        <section aria-labelledby="new">
          <h2 class="govuk-heading-m" id="new">
            New
          </h2>
          <RecordList records={records} />
          <PagingLinks slice={{ before: 'a', after: 'b' }} urlAt={(place) => `#${place.after ?? place.before}`} />
          <Filters action="/list" chosen={[{ text: 'Year 4', without: '#main' }]}>
            <Checkboxes
              name="year"
              idPrefix="filter-year"
              values={['4']}
              fieldset={{ legend: { text: 'Year' } }}
              items={[
                { value: '4', text: 'Year 4' },
                { value: '5', text: 'Year 5' },
              ]}
            />
          </Filters>
        </section>
        <section aria-labelledby="policy">
          <h2 class="govuk-heading-m" id="policy">
            Policy
          </h2>
          <StackedBar
            parts={[
              { state: 'kept', count: 161, words: '161 kept' },
              { state: 'due', count: 14, words: '14 due' },
              { state: 'broken', count: 6, words: '6 broken' },
              { state: 'attested', count: 5, words: '5 on somebody’s word' },
            ]}
          />
          <StackedBar parts={[]} />
          <SideNavigation
            label="Parts of the policy"
            sections={[
              {
                heading: { text: 'Parts', headingLevel: 3 },
                items: [
                  { text: 'Reporting', href: '#r', active: true },
                  { text: 'Filtering', href: '#f' },
                ],
              },
            ]}
          />
        </section>
      </div>
      <Tables />
    </>
  )
}

const records = [
  {
    href: '#one',
    title: 'Something a child was sent in a game',
    lines: [
      'Told by Mr Idris Bevan, Year 4 teacher',
      <>
        Sent <Time at={earlier} now={now} />
      </>,
    ],
    side: <StateTag state="urgent">2 school hours left</StateTag>,
  },
  {
    href: '#two',
    title: 'A very long title about aWordThatNobodyWouldEverBreakBecauseItIsAnAddressOfAPageOnTheInternet',
    lines: ['Told by a child, no name given'],
    side: <StateTag state="overdue">1 school day over</StateTag>,
  },
]

function Tables() {
  return (
    <>
      <Table
        caption="Promises by part"
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={[{ text: 'Part' }, { text: 'Kept', format: 'numeric' }, { text: 'Due', format: 'numeric' }]}
        rows={[
          [{ text: 'Reporting' }, { text: 12, format: 'numeric' }, { text: 1, format: 'numeric' }],
          [{ text: 'Filtering' }, { text: 9, format: 'numeric' }, { text: 2, format: 'numeric' }],
        ]}
      />
      <SummaryList
        card={{ title: { text: 'Case 27' }, actions: { items: [{ href: '#c', text: 'Open' }] } }}
        rows={[
          { key: { text: 'Lead' }, value: { text: 'Amira Khan' } },
          {
            key: { text: 'Opened' },
            value: {
              text: <Day date={Temporal.PlainDate.from('2026-11-20')} today={Temporal.PlainDate.from('2026-11-24')} />,
            },
            actions: { items: [{ href: '#d', text: 'Change', visuallyHiddenText: 'opening date' }] },
          },
        ]}
      />
      <TaskList
        items={[
          {
            title: { text: 'Tell the parents' },
            href: '#t',
            hint: { text: 'Or say why not yet' },
            status: { text: 'To do' },
          },
          { title: { text: 'Answer the child' }, status: { tag: { text: 'Done', classes: 'govuk-tag--green' } } },
        ]}
      />
      <Pagination
        landmarkLabel="Pages"
        previous={{ href: '#p' }}
        next={{ href: '#n' }}
        items={[
          { number: 1, href: '#1' },
          { number: 2, href: '#2', current: true },
          { ellipsis: true },
          { number: 9, href: '#9' },
        ]}
      />
      <Search
        action="/search"
        label={{ text: 'Search the register' }}
        input={{ id: 'search', name: 'search' }}
        button={{ text: 'Search' }}
      />
      <Filter
        heading={{ text: 'Filter' }}
        selectedFilters={{
          heading: { text: 'In use' },
          clearLink: { text: 'Clear all', href: '#c' },
          categories: [{ heading: { text: 'State' }, items: [{ text: 'Open', href: '#o' }] }],
        }}
      >
        <p class="govuk-body">Controls stand here.</p>
      </Filter>
    </>
  )
}
