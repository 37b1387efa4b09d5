import { Client } from 'pg'
import { startPostgres } from '../../src/kernel/postgres/start-postgres.js'

/**
 * A process of its own for tests that kill things: starts the database in the folder given, and writes numbered rows
 * through some connections, printing each number once the database has acknowledged it. It never ends by itself.
 */
const [folder = ''] = process.argv.slice(2)
const WRITERS = 4

const postgres = await startPostgres({ folder, log: { info() {}, warn() {} } })
const owner = new Client({ connectionString: postgres.ownerUrl })
await owner.connect()
await owner.query('create table if not exists row_written (number bigint primary key, filler text not null)')
const { rows } = await owner.query<{ last: string }>('select coalesce(max(number), 0) as last from row_written')
let next = Number(rows[0]?.last) + 1
process.stdout.write('writing\n')
// The tests kill the database too: with it gone there is nothing more to do here.
await Promise.all(Array.from({ length: WRITERS }, write)).catch(() => process.exit(1))

async function write(): Promise<never> {
  const client = new Client({ connectionString: postgres.ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  for (;;) {
    const number = next++
    await client.query('insert into row_written values ($1, repeat($2, 200))', [number, 'x'])
    process.stdout.write(`${number}\n`)
  }
}
