/** What a form held, field by field, for a waiting page to send again. Texts only; the page's own token is made anew. */
export function postedFields(body: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  return Object.entries(body).flatMap(([name, value]) =>
    name === '_csrf'
      ? []
      : (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) =>
          typeof one === 'string' ? [[name, one] as const] : [],
        ),
  )
}
