import type { PersonKind } from '../../modules/people/index.js'
import type { HandTyped, SchoolAnswers } from '../school-answers.js'

type Body = Readonly<Record<string, unknown>>

const text = (body: Body, name: string, most = 200): string => {
  const value = body[name]
  return (typeof value === 'string' ? value : '').trim().slice(0, most)
}
const texts = (body: Body, name: string): readonly string[] => {
  const value = body[name]
  return (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  )
}

/** 'St Fictitia’s Primary' → 'st-fictitias-primary': offered, and changed by whoever wants another. */
export const slugFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)

const kinds: readonly PersonKind[] = ['staff', 'governor', 'volunteer', 'contractor']

/** One line for each person: 'Amira Khan, Headteacher, amira@school.example, staff'. Lines without a name are left out. */
export function handTyped(list: string): readonly HandTyped[] {
  return list.split(/\r?\n/).flatMap((line) => {
    const [name = '', ...rest] = line.split(',').map((part) => part.trim())
    if (name === '') return []
    const words = name.split(/\s+/)
    const kind = kinds.find((each) => rest.some((part) => part.toLowerCase() === each)) ?? 'staff'
    const email = rest.find((part) => part.includes('@')) ?? null
    const job = rest.find((part) => part !== email && part.toLowerCase() !== kind && part !== '') ?? null
    return [{ given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '', kind, job, email }]
  })
}

const after = (body: Body, prefix: string): readonly (readonly [string, unknown])[] =>
  Object.entries(body).flatMap(([name, value]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
  )

/** What the form of each step says. The file of the people's step comes apart, from its own kind of body. */
export const readStep = {
  school: (body: Body): Partial<SchoolAnswers> => {
    const name = text(body, 'name', 120)
    return { name, slug: text(body, 'slug', 40) || slugFrom(name), phone: text(body, 'phone', 40) || null }
  },
  policy: (body: Body): Partial<SchoolAnswers> => ({ pack: text(body, 'pack', 60), answers: {} }),
  meaning: (body: Body): Partial<SchoolAnswers> => ({
    answers: Object.fromEntries(after(body, 'q-').map(([id, value]) => [id, String(value)])),
  }),
  people: (body: Body): Partial<SchoolAnswers> => ({
    byHand: handTyped(text(body, 'by-hand', 20_000)),
    skipBad: text(body, 'skip-bad') === 'yes',
  }),
  posts: (body: Body): Partial<SchoolAnswers> => ({
    holders: Object.fromEntries(
      after(body, 'post-').flatMap(([id]) => {
        const held = texts(body, `post-${id}`)
        return held.length > 0 ? [[id, held]] : []
      }),
    ),
  }),
  'sign-ins': (body: Body): Partial<SchoolAnswers> => ({
    signIns: texts(body, 'sign-in').map((key) => ({ key, username: text(body, `username-${key}`, 100) })),
  }),
} as const satisfies Readonly<Record<string, (body: Body) => Partial<SchoolAnswers>>>

/** A step that asks something. */
export type AskingStep = keyof typeof readStep
export const askingSteps = Object.keys(readStep) as readonly AskingStep[]
