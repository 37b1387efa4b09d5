/**
 * The SQL that shuts a table: row-level security forced on its owner too, and policies that use nothing but the row's
 * own columns and bare current_setting (a sub-select would not run on a Citus cluster, and a missing setting must be
 * an error, not an open door). Migrations call these; the isolation test reads the catalogue to see that all did.
 */

const inThisSchool = `school_id = current_setting('hedgerow.school')::uuid`
const channelIs = (...channels: readonly string[]): string =>
  `current_setting('hedgerow.channel') IN (${channels.map((channel) => `'${channel}'`).join(', ')})`
const myPosts = `string_to_array(current_setting('hedgerow.posts'), ',')`
const me = `nullif(current_setting('hedgerow.person'), '')::uuid`

/** A condition that holds for holders of one of these posts or audiences. */
export const holding = (...posts: readonly string[]): string =>
  `${myPosts} && ARRAY[${posts.map((post) => `'${post}'`).join(', ')}]::text[]`

/** A condition that holds for holders of any post or audience that this column of the row lists. */
export const holdingAnyOf = (column: string): string => `${myPosts} && ${column}`

/** A condition that holds for whoever's posts allow one of these acts, as the pack in force says. */
export const may = (...powers: readonly string[]): string =>
  `string_to_array(current_setting('hedgerow.powers'), ',') && ARRAY[${powers.map((power) => `'${power}'`).join(', ')}]::text[]`

/** A condition that holds for the person named in this column. */
export const isMe = (column: string): string => `${column} = ${me}`

/** A condition that holds on these channels. */
export const on = channelIs

/** A condition that holds for whoever carries the receipt whose keyed hash the column keeps. */
export const carriesReceipt = (column: string): string =>
  `(current_setting('hedgerow.receipt') <> '' AND ${column} = current_setting('hedgerow.receipt'))`

/**
 * Need-to-know by row: the posts and persons on the row may see it, and those it names as never may not, whatever
 * posts they hold. The worker sees all of its school, to run clocks; it shows nothing to anybody.
 */
export const inSight = `(${channelIs('worker')} OR ((sight_posts && ${myPosts} OR sight_persons @> ARRAY[${me}]) AND NOT never_persons @> ARRAY[${me}]))`

/** The columns that inSight reads. */
export const sightColumns = `
  sight_posts text[] NOT NULL DEFAULT '{}',
  sight_persons uuid[] NOT NULL DEFAULT '{}',
  never_persons uuid[] NOT NULL DEFAULT '{}'`

/**
 * Open to whoever holds one of the posts or powers that this column lists ('dsl', 'checks.read': a power has a dot, a post has
 * none). For tables of declared records, whose doors differ from row to row and are written on the row by its declaration.
 */
export const listedIn = (column: string): string =>
  `(${column} && ${myPosts} OR ${column} && string_to_array(current_setting('hedgerow.powers'), ','))`

/** A condition that fails for a person whom the row bars, whatever posts they hold. */
export const notBarred = `NOT never_persons @> ARRAY[${me}]`

export interface Doors {
  /** Who may see a row; a false condition for nobody. */
  readonly select: string
  readonly insert?: string
  readonly update?: string
  readonly delete?: string
}

const policy = (table: string, verb: string, condition: string): string => {
  const checks =
    verb === 'INSERT'
      ? `WITH CHECK (${condition})`
      : verb === 'UPDATE'
        ? `USING (${condition}) WITH CHECK (${inThisSchool})`
        : `USING (${condition})`
  return `CREATE POLICY ${table}_${verb.toLowerCase()} ON ${table} FOR ${verb} TO hedgerow_app ${checks};`
}

/** Statements that shut a table and open exactly these doors. A verb without a door is not granted at all. */
export function shut(table: string, doors: Doors): string {
  const verbs = Object.entries(doors).filter((door): door is [string, string] => typeof door[1] === 'string')
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    ...verbs.map(([verb]) => `GRANT ${verb.toUpperCase()} ON ${table} TO hedgerow_app;`),
    ...verbs.map(([verb, condition]) => policy(table, verb.toUpperCase(), `${inThisSchool} AND (${condition})`)),
  ].join('\n')
}
