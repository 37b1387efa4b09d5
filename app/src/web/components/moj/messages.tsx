import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One message. `date` and `time` are as people say them; `timestamp` is ISO 8601 and stays out of sight. */
export interface MessageItem {
  readonly text: Text
  readonly type: 'sent' | 'received'
  readonly sender: Text
  readonly timestamp: string
  readonly date: string
  readonly time: string
  readonly id?: string
}

/** Options of MOJ's messages. */
export interface MessagesProps {
  readonly items: readonly MessageItem[]
  readonly id?: string
  readonly label?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** A conversation, with the day over the first message of each day. */
export function Messages({ items, id = 'messages', label, classes, attributes }: MessagesProps) {
  return (
    <div
      id={id}
      class={classNames('moj-messages-container', classes)}
      role={label ? 'region' : undefined}
      aria-label={label || undefined}
      {...attributes}
    >
      <div class="moj-message-list">
        {items.map((item, at) => (
          <>
            {item.date !== items[at - 1]?.date && (
              <time class="moj-message-list__date" datetime={item.timestamp.slice(0, 10)}>
                {item.date}
              </time>
            )}
            <Message {...item} />
          </>
        ))}
      </div>
    </div>
  )
}

function Message(item: MessageItem) {
  return (
    <div id={item.id && `message_${item.id}`} class={`moj-message-item moj-message-item--${item.type}`}>
      <div class={`moj-message-item__text moj-message-item__text--${item.type}`}>{item.text}</div>
      <div class="moj-message-item__meta">
        <span class="moj-message-item__meta--sender">{item.sender}</span> at{' '}
        <time class="moj-message-item__meta--timestamp" datetime={item.timestamp}>
          {item.time}
        </time>
      </div>
    </div>
  )
}
