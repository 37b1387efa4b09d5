import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Driver, DatabaseConnection, QueryResult, CompiledQuery } from 'kysely'
import type { ClientBase } from 'pg'
import { Temporal } from 'temporal-polyfill'

/** What a parameter becomes on the wire: Temporal values as ISO text, all else as pg would have it. */
const onTheWire = (value: unknown): unknown =>
  value instanceof Temporal.Instant || value instanceof Temporal.PlainDate || value instanceof Temporal.PlainTime
    ? value.toString()
    : value

/** One pg client seen as a Kysely connection. The transaction around it is opened and closed by inSchool, not by Kysely. */
class ClientConnection implements DatabaseConnection {
  readonly #client: ClientBase
  constructor(client: ClientBase) {
    this.#client = client
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#client.query(query.sql, query.parameters.map(onTheWire))
    return {
      rows: result.rows as Row[],
      ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
    }
  }
  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Rows are read in pages here, never streamed')
  }
}

const refuseNesting = async (): Promise<void> => {
  throw new Error('A transaction is already open: inSchool or reading opened it')
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection
  constructor(client: ClientBase) {
    this.#connection = new ClientConnection(client)
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

/** A query builder bound to one client on which a transaction is already open. */
export const queriesOn = (client: ClientBase): Kysely<any> =>
  new Kysely<any>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new ClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  })
