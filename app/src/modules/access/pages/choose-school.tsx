import { EmptyList } from '../../../web/components/app/empty-list.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface ChooseSchoolPageProps {
  readonly frame: Frame
  readonly schools: readonly { readonly name: string; readonly href: string; readonly example: boolean }[]
}

/** Where one server keeps several schools: which one is yours? */
export function ChooseSchoolPage({ frame, schools }: ChooseSchoolPageProps) {
  return (
    <Page frame={frame} title="Choose your school">
      <h1 class="govuk-heading-l">Choose your school</h1>
      {schools.length === 0 ? (
        <EmptyList act={{ href: '/', text: 'Go to the first page' }}>
          No school has been set up here yet. Whoever looks after this server sets up the first one.
        </EmptyList>
      ) : (
        <RecordList
          records={schools.map(({ name, href, example }) => ({
            href,
            title: name,
            lines: example ? ['A fictional school to look around in'] : [],
          }))}
        />
      )}
    </Page>
  )
}
