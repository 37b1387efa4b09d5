/** What a person typed, by field. A field sent more than once has several values. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** Never handed back: what proves who somebody is, and the page's own token. */
const secret = /^_csrf$|password|code|secret|answer$/i

/** The texts of a form body that may be shown to the same person again. */
export function keptFields(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {}
  const kept: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(body) as [string, unknown][]) {
    if (secret.test(name)) continue
    if (typeof value === 'string') kept[name] = value
    else if (Array.isArray(value)) kept[name] = value.filter((one): one is string => typeof one === 'string')
  }
  return kept
}

/** Carries what was typed to the next page without showing it: hidden fields. */
export function KeptFields({ typed }: { readonly typed: Typed }) {
  return (
    <>
      {Object.entries(typed).flatMap(([name, value]) =>
        (typeof value === 'string' ? [value] : value).map((one) => <input type="hidden" name={name} value={one} />),
      )}
    </>
  )
}
