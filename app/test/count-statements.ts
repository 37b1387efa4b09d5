import pg from 'pg'

type Query = (this: pg.Client, ...args: unknown[]) => unknown

/** The statements that the application sends to its database while `work` runs, in order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const sent: string[] = []
  const client = pg.Client.prototype as unknown as { query: Query }
  const original = client.query
  client.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args
    sent.push(typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? ''))
    return original.apply(this, args)
  }
  try {
    await work()
  } finally {
    client.query = original
  }
  return sent
}
