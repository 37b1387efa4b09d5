type ParamNames<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

type Params<Pattern extends string> = Readonly<Record<ParamNames<Pattern>, string>>
type Query = Readonly<Record<string, string | number | undefined>>

/** An address of ours: called with what its pattern names, it gives the URL; `pattern` is what Fastify is told. */
export interface Route<Pattern extends string> {
  (...params: ParamNames<Pattern> extends never ? [query?: Query] : [params: Params<Pattern>, query?: Query]): string
  readonly pattern: Pattern
}

/**
 * One address, written once in a module's urls.ts: `caseUrl = route('/cases/:case')`, `app.get(caseUrl.pattern, …)`,
 * `caseUrl({ case: id })`. A missing or misnamed part does not compile. Addresses are logged and kept by browsers: they
 * carry ids, never names or words that somebody typed.
 */
export function route<const Pattern extends string>(pattern: Pattern): Route<Pattern> {
  const hasParams = pattern.includes(':')
  const build = (...given: readonly Query[]) => {
    const [params, query] = hasParams ? given : [{}, given[0]]
    return `${filled(pattern, params ?? {})}${queryText(query ?? {})}`
  }
  return Object.assign(build, { pattern }) as unknown as Route<Pattern>
}

function filled(pattern: string, params: Query): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`The address ${pattern} was built without its ${name}.`)
    return encodeURIComponent(value)
  })
}

function queryText(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (given.length === 0) return ''
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}
