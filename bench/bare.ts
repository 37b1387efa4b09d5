import { randomUUID } from 'node:crypto'
import fastify from 'fastify'
import pg from 'pg'

/**
 * What the product is measured against: the same web framework and database driver with one query and nothing else. No
 * accounts, no row-level security, no journal, no page. A process of its own; the one argument is the database's address.
 */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 12 })
const app = fastify()

app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, Object.fromEntries(new URLSearchParams(String(body)))),
)
app.get('/hello', (_request, reply) =>
  reply.type('text/html').send('<!doctype html><title>Hello</title><h1>Hello</h1>'),
)
app.post<{ Body: { readonly words: string } }>('/insert', async ({ body }) => {
  await pool.query('INSERT INTO bare_report (id, words, at) VALUES ($1, $2, now())', [randomUUID(), body.words])
  return { taken: true }
})
app.get('/list', async () => {
  const { rows } = await pool.query<object>(
    "SELECT id, reference, words, reported_at FROM bare_concern WHERE state = 'new' ORDER BY next_due, id LIMIT 25",
  )
  return { rows }
})
app.get('/row', async () => {
  const { rows } = await pool.query<object>('SELECT * FROM bare_concern WHERE number = $1', [4711])
  return { rows }
})
app.get<{ Querystring: { readonly sought: string } }>('/search', async ({ query }) => {
  const { rows } = await pool.query<object>(
    "SELECT id, words FROM bare_concern WHERE sought @@ websearch_to_tsquery('english', $1) LIMIT 25",
    [query.sought],
  )
  return { rows }
})

process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
