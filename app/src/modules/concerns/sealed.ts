import type { SealedTable } from '../../kernel/journal/sealed.js'

/** What somebody said, as they said it: never changed, read against the journal by `hedgerow verify`. */
export const sealedStatement: SealedTable = {
  table: 'statement',
  columns: ['concern_id', 'kind', 'words', 'by_person', 'as_post', 'at'],
}

/** A turn of a conversation with somebody who has no account. */
export const sealedMessage: SealedTable = {
  table: 'conversation_message',
  columns: ['concern_id', 'from_side', 'words', 'by_person', 'at'],
}
