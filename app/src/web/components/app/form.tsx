import type { ComponentChildren } from 'preact'
import { useFrame } from '../../layout/frame.js'

/**
 * Keeping what is typed. `key` names the draft within this browser; `seal` is a key made for this person and draft
 * (base64url, 32 bytes), without which what the browser keeps cannot be read; `url` takes the same fields by POST and
 * keeps them on the server. The page that confirms the sending carries `<DraftSent draft={key} />`.
 */
export interface Autosave {
  readonly key: string
  readonly seal: string
  readonly url?: string
}

interface FormProps {
  readonly action: string
  readonly autosave?: Autosave
  /** A spreadsheet goes along: the people import, and nothing else. */
  readonly withFile?: boolean
  /** Throws away every draft this browser keeps when it is sent: signing out. */
  readonly forgetDrafts?: boolean
  readonly id?: string
  readonly classes?: string
  readonly children: ComponentChildren
}

/**
 * Every form that changes something. It carries the page's token, and turns off the browser's own bubbles, which vanish,
 * cannot be read out again and are not in our words.
 */
export function Form(props: FormProps) {
  const { csrf } = useFrame()
  const { autosave } = props
  return (
    <form
      action={props.action}
      method="post"
      id={props.id}
      class={props.classes}
      enctype={props.withFile ? 'multipart/form-data' : undefined}
      novalidate
      data-draft={autosave?.key}
      data-draft-seal={autosave?.seal}
      data-draft-url={autosave?.url}
      data-forget-drafts={props.forgetDrafts ? 'yes' : undefined}
    >
      <input type="hidden" name="_csrf" value={csrf} />
      {props.children}
    </form>
  )
}

/** Where a form with `autosave` says that it was kept: 'kept on this phone, 10:42'. Empty without JavaScript. */
export function DraftSaid() {
  return <p class="hedgerow-draft-said govuk-hint" data-draft-said="yes" role="status"></p>
}

/** On a confirmation: tells the browser to throw the draft away, now that it has been received. */
export function DraftSent({ draft }: { readonly draft: string }) {
  return <span hidden data-draft-sent={draft}></span>
}
