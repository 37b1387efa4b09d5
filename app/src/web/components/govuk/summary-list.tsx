import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** A link that changes a row; `visuallyHiddenText` says which ("Change *what happened*"). */
export interface SummaryAction {
  readonly href?: string
  readonly text?: Text
  readonly visuallyHiddenText?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

interface Actions {
  readonly items?: readonly SummaryAction[]
  readonly classes?: string
}

/** One question and its answer. */
export interface SummaryRow {
  readonly key: { readonly text?: Text; readonly classes?: string }
  readonly value: { readonly text?: Text; readonly classes?: string }
  readonly actions?: Actions
  readonly classes?: string
}

/** The card around a summary list. */
export interface SummaryCard {
  readonly title?: { readonly text?: Text; readonly headingLevel?: number | string; readonly classes?: string }
  readonly actions?: Actions
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's summary list. */
export interface SummaryListProps {
  readonly rows: readonly (SummaryRow | null | false | undefined)[]
  readonly card?: SummaryCard
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Questions and answers, each perhaps with a link to change it. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const withActions = rows.some((row) => row && row.actions?.items?.length)
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attributes}>
      {rows.map((row) => row && <Row {...row} withActions={Boolean(withActions)} cardTitle={card?.title?.text} />)}
    </dl>
  )
  return card ? <Card {...card}>{list}</Card> : list
}

function Row({ withActions, cardTitle, ...row }: SummaryRow & { withActions: boolean; cardTitle: Text }) {
  const items = row.actions?.items
  return (
    <div
      class={classNames(
        'govuk-summary-list__row',
        withActions && !items && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', row.key.classes)}>{row.key.text}</dt>
      <dd class={classNames('govuk-summary-list__value', row.value.classes)}>{row.value.text}</dd>
      {items?.length ? (
        <dd class={classNames('govuk-summary-list__actions', row.actions?.classes)}>
          {items.length === 1 ? (
            <ActionLink {...items[0]} cardTitle={cardTitle} />
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {items.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink {...action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      ) : null}
    </div>
  )
}

function Card({ title, actions, classes, attributes, children }: SummaryCard & { readonly children: Text }) {
  const Heading = `h${title?.headingLevel || 2}` as 'h2'
  const items = actions?.items ?? []
  const actionClasses = classNames('govuk-summary-card__actions', actions?.classes)
  return (
    <div class={classNames('govuk-summary-card', classes)} {...attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={classNames('govuk-summary-card__title', title.classes)}>{title.text}</Heading>}
        {items.length === 1 && (
          <div class={actionClasses}>
            <ActionLink {...items[0]} cardTitle={title?.text} />
          </div>
        )}
        {items.length > 1 && (
          <ul class={actionClasses}>
            {items.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink {...action} cardTitle={title?.text} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function ActionLink({ cardTitle, ...action }: SummaryAction & { readonly cardTitle: Text }) {
  return (
    <a class={classNames('govuk-link', action.classes)} href={action.href ?? ''} {...action.attributes}>
      {action.text}
      {(action.visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}
