import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One tab and its panel. A text panel is a paragraph; anything else is shown as it is. */
export interface TabItem {
  readonly id?: string
  readonly label: Text
  readonly attributes?: Attributes
  readonly panel: { readonly text?: Text; readonly attributes?: Attributes }
}

/** Options of GOV.UK Frontend's tabs. */
export interface TabsProps {
  readonly items?: readonly (TabItem | null | false | undefined)[]
  readonly id?: string
  readonly idPrefix?: string
  readonly title?: Text
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Views of one thing side by side; without JavaScript, a list of links to sections one under another. */
export function Tabs(props: TabsProps) {
  const items = (props.items ?? []).map(
    (item, at) => item && { ...item, id: item.id || `${props.idPrefix ?? ''}-${at + 1}` },
  )
  return (
    <div id={props.id} class={classNames('govuk-tabs', props.classes)} {...props.attributes} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (item, at) =>
              item && (
                <li class={classNames('govuk-tabs__list-item', at === 0 && 'govuk-tabs__list-item--selected')}>
                  <a class="govuk-tabs__tab" href={`#${item.id}`} {...item.attributes}>
                    {item.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {items.map((item, at) => item && <Panel {...item} shown={at === 0} />)}
    </div>
  )
}

function Panel({ id, panel, shown }: TabItem & { readonly shown: boolean }) {
  return (
    <div class={classNames('govuk-tabs__panel', !shown && 'govuk-tabs__panel--hidden')} id={id} {...panel.attributes}>
      {typeof panel.text === 'string' ? panel.text && <p class="govuk-body">{panel.text}</p> : panel.text}
    </div>
  )
}
