import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** Options of MOJ's identity bar. Its menus need a script of theirs; ours go below the bar as plain links. */
export interface IdentityBarProps {
  readonly title: { readonly text: Text }
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Which record this page is about, along its top: a case's number and state. */
export function IdentityBar({ title, classes, attributes }: IdentityBarProps) {
  return (
    <div class={classNames('moj-identity-bar', classes)} {...attributes}>
      <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details">
          <span class="moj-identity-bar__title">{title.text}</span>
        </div>
      </div>
    </div>
  )
}
