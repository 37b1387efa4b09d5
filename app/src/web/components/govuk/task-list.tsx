import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Attributes, Part, Text } from '../options.js'
import { Tag } from './tag.js'

/** One task: what it is, where it is done, how far it is. */
export interface TaskListItem {
  readonly title: { readonly text?: Text; readonly classes?: string }
  readonly hint?: { readonly text?: Text }
  readonly href?: string
  readonly status: { readonly tag?: Part; readonly text?: Text; readonly classes?: string }
  readonly classes?: string
}

/** Options of GOV.UK Frontend's task list. */
export interface TaskListProps {
  readonly items: readonly (TaskListItem | null | false | undefined)[]
  readonly idPrefix?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Tasks with their states. */
export function TaskList(props: TaskListProps) {
  const prefix = props.idPrefix || 'task-list'
  return (
    <ul class={classNames('govuk-task-list', props.classes)} {...props.attributes}>
      {props.items.map((item, at) => item && <Item {...item} id={`${prefix}-${at + 1}`} />)}
    </ul>
  )
}

function Item({ id, title, hint, href, status, classes }: TaskListItem & { readonly id: string }) {
  return (
    <li class={classNames('govuk-task-list__item', href && 'govuk-task-list__item--with-link', classes)}>
      <div class="govuk-task-list__name-and-hint">
        <Title href={href} classes={title.classes} describedBy={classNames(hint && `${id}-hint`, `${id}-status`)}>
          {title.text}
        </Title>
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint.text}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', status.classes)} id={`${id}-status`}>
        {status.tag ? <Tag {...status.tag} /> : status.text}
      </div>
    </li>
  )
}

interface TitleProps {
  readonly href?: string
  readonly classes?: string
  readonly describedBy?: string
  readonly children: ComponentChildren
}

function Title({ href, classes, describedBy, children }: TitleProps) {
  if (!href) return <div class={classes}>{children}</div>
  return (
    <a class={classNames('govuk-link govuk-task-list__link', classes)} href={href} aria-describedby={describedBy}>
      {children}
    </a>
  )
}
