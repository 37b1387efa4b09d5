import type { JSX } from 'preact'

/** An address to type, which breaks only after a dot or a stroke: broken within a word it would be typed wrongly. */
export function WebAddress({ address }: { readonly address: string }): JSX.Element {
  return (
    <p class="address">
      {address.split(/(?<=[./])/).map((part, at) => (
        <>
          {at === 0 ? null : <wbr />}
          {part}
        </>
      ))}
    </p>
  )
}
