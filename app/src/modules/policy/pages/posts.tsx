import type { VNode } from 'preact'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { Form as FormOf } from '../../../engine/forms/define-form.js'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import type { Typed } from '../../../web/kept-fields.js'
import { errorList } from '../../../engine/forms/form-errors.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { awayUrl, endPostUrl, postUrl, postsUrl } from '../urls.js'

/** Somebody in a post. `ends` is the id by which their time in it is ended. */
export interface PostHolder {
  readonly name: string
  readonly cover: boolean
  readonly away: boolean
  readonly ends: string
}

/** One post of the policy, who holds it, and who acts when they are away. */
export interface PostLine {
  readonly id: string
  readonly title: string
  readonly plain: string
  readonly required: boolean
  readonly holders: readonly PostHolder[]
  /** Who acts now, where that is not a holder; empty where nobody does. */
  readonly acting: readonly string[]
}

export interface PostsPageProps {
  readonly frame: Frame
  readonly posts: readonly PostLine[]
  readonly mayChange: boolean
}

/** Who holds which post of the policy. Concerns, duties and powers follow the post. */
export function PostsPage({ frame, posts, mayChange }: PostsPageProps) {
  return (
    <Page frame={frame} title="Posts" width="wide">
      <h1 class="govuk-heading-l">Posts</h1>
      <p class="govuk-body">
        Concerns, duties and powers follow these posts. When somebody is away, their deputy acts by itself.
      </p>
      {mayChange && (
        <p class="govuk-body">
          <a class="govuk-link" href={awayUrl()}>
            Somebody is away
          </a>
        </p>
      )}
      <ul class="hedgerow-records">
        {posts.map((post) => (
          <li class="hedgerow-records__record" id={post.id}>
            <div>
              <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{post.title}</h2>
              <p class="hedgerow-records__line">{post.plain}</p>
              <Holders post={post} mayChange={mayChange} />
              {mayChange && (
                <a class="govuk-link" href={postUrl({ post: post.id })}>
                  Name somebody<span class="govuk-visually-hidden"> for {post.title}</span>
                </a>
              )}
            </div>
            <div class="hedgerow-records__side">{stateOf(post)}</div>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function stateOf({ holders, acting, required }: PostLine): VNode | null {
  if (holders.length === 0) return required ? <StateTag state="broken">Nobody</StateTag> : null
  if (holders.some(({ away }) => !away)) return null
  return acting.length > 0 ? (
    <StateTag state="due">Away</StateTag>
  ) : (
    <StateTag state="broken">Away, nobody acts</StateTag>
  )
}

function Holders({ post, mayChange }: { readonly post: PostLine; readonly mayChange: boolean }) {
  return (
    <>
      {post.holders.map((holder) => (
        <div class="hedgerow-records__line">
          <strong>{holder.name}</strong>
          {holder.cover && ' (covers)'}
          {holder.away && ' (away)'}{' '}
          {mayChange && (
            <Form action={endPostUrl({ post: post.id })} classes="hedgerow-inline-form">
              <input type="hidden" name="holding" value={holder.ends} />
              <Button
                classes="govuk-button--secondary govuk-!-margin-bottom-1"
                text={`End ${holder.name}’s time today`}
              />
            </Form>
          )}
        </div>
      ))}
      {post.acting.length > 0 && <p class="hedgerow-records__line">Now acting: {post.acting.join(', ')}</p>}
    </>
  )
}

/** A form as it is shown: fresh, or again with what was typed and what to put right. */
export interface Shown {
  readonly form: FormOf
  readonly context: FormContext
  readonly typed?: Typed
  readonly errors: readonly FormError[]
  readonly found?: Readonly<Record<string, readonly PersonChoice[]>>
}

export interface PostFormPageProps extends Shown {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly action: string
  readonly button: string
}

/** Names somebody for a post, or says that somebody is away. */
export function PostFormPage({ frame, title, intro, action, button, ...fields }: PostFormPageProps) {
  return (
    <Page frame={frame} title={title} back={postsUrl()} errors={errorList(fields.errors)}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{intro}</p>
      <Form action={action}>
        <FormFields {...fields} />
        <Button text={button} />
      </Form>
    </Page>
  )
}
