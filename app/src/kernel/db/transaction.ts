import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Driver, DatabaseConnection, QueryResult, CompiledQuery } from 'kysely'
import type { ClientBase } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { statementName } from './statement-names.js'
import { queries } from './tx.js'
import type { ReadTx } from './tx.js'

/** What a parameter becomes on the wire: Temporal values as ISO text, all else as pg would have it. */
const onTheWire = (value: unknown): unknown =>
  value instanceof Temporal.Instant || value instanceof Temporal.PlainDate || value instanceof Temporal.PlainTime
    ? value.toString()
    : value

/** The socket under a client: what is written in one tick goes out in one write. Not part of pg's types. */
interface Wired {
  readonly connection?: { readonly stream?: { cork?: () => void; uncork?: () => void } }
}

const refuseStreams = (): never => {
  throw new Error('Rows are read in pages here, never streamed')
}

/**
 * One pg client seen as a Kysely connection, for as long as its transaction is open. The transaction around it is opened
 * and closed by inSchool, not by Kysely. Once it is closed every query is refused: work that somebody forgot to wait for
 * would otherwise run on, in whoever's transaction the client carries next.
 */
class ClientConnection implements DatabaseConnection {
  readonly #client: ClientBase
  #open = true
  constructor(client: ClientBase) {
    this.#client = client
  }
  close(): void {
    this.#open = false
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.#open) throw new Error('A query came after its transaction had ended')
    inOneWrite(this.#client)
    const values = query.parameters.map(onTheWire)
    const name = statementName(query.sql)
    const result = await this.#client.query(name ? { name, text: query.sql, values } : { text: query.sql, values })
    return {
      rows: result.rows as Row[],
      ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
    }
  }
  streamQuery = refuseStreams
}

/** Holds back what is written until this tick is over: queries that do not wait for each other travel together. */
export function inOneWrite(client: ClientBase): void {
  const stream = (client as Wired).connection?.stream
  if (!stream?.cork) return
  stream.cork()
  process.nextTick(() => stream.uncork?.())
}

const refuseNesting = async (): Promise<void> => {
  throw new Error('A transaction is already open: inSchool or reading opened it')
}

class ClientDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  beginTransaction = refuseNesting
  commitTransaction = refuseNesting
  rollbackTransaction = refuseNesting
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** A query builder bound to one client on which a transaction was just opened, and the way to end its use. */
export function queriesOn(client: ClientBase): { readonly queries: Kysely<any>; readonly close: () => void } {
  const connection = new ClientConnection(client)
  return { queries: builderOn(connection), close: () => connection.close() }
}

const builderOn = (connection: DatabaseConnection): Kysely<any> =>
  new Kysely<any>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new ClientDriver(connection),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  })

/**
 * The same transaction for many who ask the same things: a question in the same words with the same values is put to the
 * database once. For work that only reads, and that mutates no row it is given.
 */
export function rememberingAnswers<Within extends ReadTx>(tx: Within): Within {
  const answers = new Map<string, Promise<QueryResult<unknown>>>()
  const asking = tx[queries]
  const connection: DatabaseConnection = {
    executeQuery: <Row>(query: CompiledQuery) => {
      if (!/^\s*(select|with)\b/i.test(query.sql)) return asking.executeQuery<Row>(query)
      const key = JSON.stringify([query.sql, query.parameters.map(onTheWire)])
      const answer = answers.get(key) ?? asking.executeQuery(query)
      answers.set(key, answer)
      return answer as Promise<QueryResult<Row>>
    },
    streamQuery: refuseStreams,
  }
  return { ...tx, [queries]: builderOn(connection) }
}
