import type { FastifyInstance } from 'fastify'

/** Every address of the product that answers one of these methods, as patterns ('/cases/:case'), read from its own table of routes. */
export function patternsOf(app: FastifyInstance, methods: RegExp): readonly string[] {
  const path: string[] = []
  const found: string[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', rest = ''] = /^([│ ]*)[├└]── (.*)$/.exec(line) ?? []
    const [, part = '', answers = ''] = /^(\S*?)(?: \(([A-Z, ]+)\))?$/.exec(rest) ?? []
    path.length = indent.length / 4
    path.push(part)
    if (methods.test(answers)) found.push(path.join(''))
  }
  return found
}

/** The pattern that an address is answered by: the one with the fewest parameters of those that fit. */
export function patternFor(patterns: readonly string[], address: string): string | null {
  const parts = address.split('/')
  const fits = patterns.filter((pattern) => {
    const wanted = pattern.split('/')
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
  })
  const parameters = (pattern: string): number => pattern.split('/:').length
  return fits.toSorted((a, b) => parameters(a) - parameters(b))[0] ?? null
}
