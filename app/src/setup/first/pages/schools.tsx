import { RecordList } from '../../../web/components/app/record-list.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface SchoolsPageProps {
  readonly frame: Frame
  readonly schools: readonly { readonly name: string; readonly href: string; readonly example: boolean }[]
}

/** Where one server keeps several schools: which one do you want? */
export function SchoolsPage({ frame, schools }: SchoolsPageProps) {
  return (
    <Page frame={frame} title="Choose a school">
      <h1 class="govuk-heading-l">Choose a school</h1>
      <RecordList
        records={schools.map(({ name, href, example }) => ({
          href,
          title: name,
          lines: example ? ['An invented school to look around in'] : [],
        }))}
      />
    </Page>
  )
}
