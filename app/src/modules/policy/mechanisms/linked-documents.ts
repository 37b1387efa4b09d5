import Type from 'typebox'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { engineParams, namesIn } from '../../../engine/clauses/params.js'
import type { Notice, NoticeLine } from '../../../engine/notices/notice.js'
import { readersOf } from '../../../engine/notices/who-has-not.js'
import { clausesOf, titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { registerMechanism } from '../../../engine/registers/register-mechanism.js'
import type { Looked } from '../../../engine/registers/register-mechanism.js'
import { readEntries } from '../../../engine/registers/typed-entry.js'
import type { TypedEntry } from '../../../engine/registers/typed-entry.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { linkedDocuments } from '../registers/linked-documents.js'
import { schoolAround } from '../school-around.js'

const Names = Type.Union([Type.String(), Type.Array(Type.String())])
const params = engineParams({ document: Type.Optional(Names), 'read-by': Type.Optional(Names) })

/** What the clauses of a pack have somebody read, by the short names of the documents. */
const toRead = (pack: Pack, post: PostId): readonly string[] =>
  clausesOf(pack)
    .flatMap(({ keptBy }) => keptBy)
    .filter((keeper) => keeper.mechanism === 'linked-documents' && namesIn(keeper.with ?? {}, 'read-by').includes(post))
    .flatMap((keeper) => namesIn(keeper.with ?? {}, 'document'))

/** The documents that somebody is to read and say that they understood. A new edition is a new text, and is asked again. */
export const documentsToRead: Notice = {
  id: 'linked-documents',
  title: 'Documents to read',
  intro: 'Policies and guidance that our policy asks you to read and understand.',
  audiences: (pack) => [
    ...new Set(
      clausesOf(pack)
        .flatMap(({ keptBy }) => keptBy)
        .filter((keeper) => keeper.mechanism === 'linked-documents')
        .flatMap((keeper) => namesIn(keeper.with ?? {}, 'read-by') as readonly PostId[]),
    ),
  ],
  text: async (pack, post, tx) => {
    const wanted = toRead(pack, post)
    const lines = (await standing(tx)).filter(({ values }) => wanted.includes(String(values['code']))).map(lineOf)
    return lines.length === 0
      ? null
      : { title: titleOfPost(pack, post), lead: 'Read these, and ask if anything is not clear.', lines }
  },
  acknowledge: true,
  renew: 'change',
  within: '4 weeks',
  owner: 'dsl' as PostId,
  see: 'records.keep',
  button: 'I have read these and understood them',
}

const standing = async (tx: ReadTx): Promise<readonly TypedEntry[]> =>
  (await readEntries(tx, linkedDocuments)).filter(({ values }) => values['state'] === 'current')

const lineOf = ({ title, values }: TypedEntry): NoticeLine => ({
  text: `${title}, ${String(values['edition'])}: ${String(values['where'])}`,
})

/** A document that no longer stands, with what took its place. */
function gone({ id, title, values }: TypedEntry, { entries }: Looked, post: PostId): readonly Finding[] {
  if (values['state'] === 'current') return []
  const successor = entries.find((other) => other.id === values['successor'])
  // One that was replaced by another on record has done what it should: the register keeps both.
  if (successor) return []
  const what =
    values['state'] === 'dead' ? 'cannot be found any more' : 'was superseded, and nothing on record takes its place'
  return [{ sentence: `“${title}” ${what}.`, rows: [{ table: 'register_entry', id }], post, due: null }]
}

/** Documents that the clause names and nobody has put on record as standing. */
function missing({ entries, params: given, post }: Looked): readonly Finding[] {
  // Where nothing is on record at all, `none` has said so.
  if (entries.length === 0) return []
  const there = entries
    .filter(({ values }) => values['state'] === 'current')
    .map(({ values }) => String(values['code']))
  const lacking = namesIn(given, 'document').filter((name) => !there.includes(name))
  if (lacking.length === 0) return []
  const sentence = `Not on record, or no longer standing: ${lacking.map((name) => name.replaceAll('-', ' ')).join(', ')}.`
  return [{ sentence, rows: [], post, due: null }]
}

async function unread({ tx, params: given, post }: Looked): Promise<readonly Finding[]> {
  const audiences = namesIn(given, 'read-by') as readonly PostId[]
  if (audiences.length === 0) return []
  const readers = await readersOf(tx, schoolAround, documentsToRead, {
    audiences,
    act: 'acknowledged',
    renew: 'change',
  })
  const waiting = readers.filter(({ done }) => done === null)
  if (waiting.length === 0) return []
  const late = waiting.filter(({ due }) => due.epochMilliseconds < tx.now.epochMilliseconds)
  const group = late.length > 0 ? late : waiting
  return [
    {
      sentence: `${group.length} ${group.length === 1 ? 'person has' : 'people have'} not said that they read and understood it.`,
      rows: group.slice(0, 200).map(({ person }) => ({ table: 'person', id: person })),
      post,
      due: group.map(({ due }) => due).toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0] ?? null,
    },
  ]
}

/** What the policy leans on is on record, stands, was looked at in time, and was read by those who must. */
export const linkedDocumentsMechanism = registerMechanism({
  id: 'linked-documents',
  register: linkedDocuments,
  params,
  only: ({ values }, given) => {
    const named = namesIn(given, 'document')
    return named.length === 0 || named.includes(String(values['code']))
  },
  none: (given) =>
    namesIn(given, 'document').length > 0
      ? `Not on record: ${namesIn(given, 'document')
          .map((name) => name.replaceAll('-', ' '))
          .join(', ')}.`
      : 'No document is on record.',
  also: async (looked) => [
    ...looked.entries.flatMap((entry) => gone(entry, looked, looked.post)),
    ...missing(looked),
    ...(await unread(looked)),
  ],
})
