import type { ComponentType, VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { BackLink } from './back-link.js'
import { Breadcrumbs } from './breadcrumbs.js'
import { Button } from './button.js'
import { CharacterCount } from './character-count.js'
import { Checkboxes } from './checkboxes.js'
import { DateInput } from './date-input.js'
import { Details } from './details.js'
import { ErrorMessage } from './error-message.js'
import { ErrorSummary } from './error-summary.js'
import { ExitThisPage } from './exit-this-page.js'
import { Fieldset } from './fieldset.js'
import { FileUpload } from './file-upload.js'
import { Hint } from './hint.js'
import { Input } from './input.js'
import { InsetText } from './inset-text.js'
import { Label } from './label.js'
import { NotificationBanner } from './notification-banner.js'
import { Pagination } from './pagination.js'
import { Panel } from './panel.js'
import { PasswordInput } from './password-input.js'
import { Radios } from './radios.js'
import { Select } from './select.js'
import { ServiceNavigation } from './service-navigation.js'
import { SkipLink } from './skip-link.js'
import { SummaryList } from './summary-list.js'
import { Table } from './table.js'
import { Tabs } from './tabs.js'
import { Tag } from './tag.js'
import { TaskList } from './task-list.js'
import { Textarea } from './textarea.js'
import { WarningText } from './warning-text.js'

/** HTML as JSX: our components have no option for it, so only the tests may make it. */
export const raw = (html: string): VNode => jsxTemplate([html])

type Options = Record<string, unknown>

/** A ported component, the published fixtures it does not match with the reason for each, and how options differ. */
interface Ported {
  readonly Component: ComponentType<never>
  readonly skipped?: Readonly<Record<string, string>>
  readonly adapt?: (options: Options) => Options
}

const dragAndDrop = 'the drag-and-drop wrapper is left out on purpose: spreadsheets are chosen, nothing else is taken'

/** Slots take HTML by their nature. */
function rawSlots({ slots, ...options }: Options): Options {
  const entries = Object.entries((slots ?? {}) as Record<string, unknown>).map(([name, slot]) => {
    const content = typeof slot === 'string' ? raw(slot) : slot
    return [name, name === 'end' && typeof slot === 'string' ? { text: content } : content]
  })
  return { ...options, slots: Object.fromEntries(entries) }
}

/** Every component ported from GOV.UK Frontend, by its folder's name there. */
export const ported: Readonly<Record<string, Ported>> = {
  'back-link': { Component: BackLink },
  breadcrumbs: { Component: Breadcrumbs },
  button: { Component: Button },
  'character-count': { Component: CharacterCount },
  checkboxes: { Component: Checkboxes },
  'date-input': { Component: DateInput },
  details: { Component: Details },
  'error-message': { Component: ErrorMessage },
  'error-summary': { Component: ErrorSummary },
  'exit-this-page': { Component: ExitThisPage },
  fieldset: { Component: Fieldset, adapt: ({ text, ...options }) => ({ ...options, children: text }) },
  'file-upload': {
    Component: FileUpload,
    skipped: {
      enhanced: dragAndDrop,
      'enhanced, with error message and hint': dragAndDrop,
      'enhanced, multiple files': dragAndDrop,
      'enhanced, custom wrapper classes and attributes': dragAndDrop,
      translated: dragAndDrop,
    },
  },
  hint: { Component: Hint },
  input: { Component: Input },
  'inset-text': { Component: InsetText },
  label: { Component: Label },
  'notification-banner': { Component: NotificationBanner },
  pagination: { Component: Pagination },
  panel: { Component: Panel },
  'password-input': { Component: PasswordInput },
  radios: { Component: Radios },
  select: { Component: Select },
  'service-navigation': { Component: ServiceNavigation, adapt: rawSlots },
  'skip-link': { Component: SkipLink },
  'summary-list': { Component: SummaryList },
  table: { Component: Table },
  tabs: { Component: Tabs },
  tag: { Component: Tag },
  'task-list': { Component: TaskList },
  textarea: { Component: Textarea },
  'warning-text': { Component: WarningText },
}
