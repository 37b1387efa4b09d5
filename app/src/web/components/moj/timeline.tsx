import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One event. `datetime.timestamp` is ISO 8601, `datetime.text` how people say it (see dates.ts). */
export interface TimelineItem {
  readonly label: { readonly text: Text }
  readonly text: Text
  readonly datetime: { readonly timestamp: string; readonly text: Text }
  readonly byline?: { readonly text: Text }
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Options of MOJ's timeline. */
export interface TimelineProps {
  readonly items: readonly TimelineItem[]
  readonly headingLevel?: number
  readonly classes?: string
  readonly attributes?: Attributes
}

/** What happened, in order. A case has `<Chronology>`, which also knows seals and corrections. */
export function Timeline({ items, headingLevel = 2, classes, attributes }: TimelineProps) {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <div class={classNames('moj-timeline', classes)} {...attributes}>
      {items.map((item) => (
        <div class={classNames('moj-timeline__item', item.classes)} {...item.attributes}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.label.text}</Heading>{' '}
            {item.byline && <p class="moj-timeline__byline">by {item.byline.text}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={item.datetime.timestamp}>{item.datetime.text}</time>
          </p>
          <div class="moj-timeline__description">{item.text}</div>
        </div>
      ))}
    </div>
  )
}
