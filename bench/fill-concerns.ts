import type { Client } from 'pg'

/** A word that few accounts hold, one that nearly all do, and one that none does. */
export const soughtWords = { rare: 'periwinkle', common: 'phone', none: 'zeppelin' } as const

/** One concern in twenty waits for somebody; the rest of two years is settled. */
const waitingOneIn = 20
const rareOneIn = 25_000
const commonNotOneIn = 10

/** Two years of concerns, spread evenly, oldest first: ids of version 7 carry their time, as the product's own do. */
const plan = `
CREATE TEMP TABLE planned AS
SELECT n, at, uuidv7(at - now()) AS id, n % ${waitingOneIn} = 0 AS waits,
  'A child told of a message in a game that upset them. ' ||
  CASE WHEN n % ${commonNotOneIn} = 0 THEN 'It came by tablet. ' ELSE 'It came by ${soughtWords.common}. ' END ||
  CASE WHEN n % ${rareOneIn} = 1 THEN 'The account was called ${soughtWords.rare}. ' ELSE '' END ||
  'The sender asked where they go to school and wrote again on ' || to_char(at, 'Day DD Month') ||
  '. The adult at home has been told, and the account is blocked. Note ' || md5(n::text) || '.' AS words
FROM (SELECT n, now() - (interval '2 years' / $COUNT) * ($COUNT - n) AS at FROM generate_series(1, $COUNT) n) dated`

const concern = `
INSERT INTO concern
SELECT made.* FROM planned p, (SELECT c FROM concern c ORDER BY c.id DESC LIMIT 1) template,
LATERAL jsonb_populate_record(template.c, jsonb_build_object(
  'id', p.id, 'reported_at', p.at,
  'reference', 'C-' || upper(substr(md5(p.n || 'reference'), 1, 6)) || '-' || p.n,
  'state', CASE WHEN p.waits THEN 'new' ELSE 'closed' END,
  'next_due', CASE WHEN p.waits THEN p.at + interval '1 day' END,
  'closed_at', CASE WHEN p.waits THEN NULL ELSE p.at + interval '2 days' END,
  'close_reason', CASE WHEN p.waits THEN NULL ELSE 'Talked about, and settled.' END)) made`

const fromConcern = 'FROM planned p JOIN concern c ON c.id = p.id'
const sight = 'c.sight_posts, c.sight_persons, c.never_persons'

const statement = `
INSERT INTO statement (school_id, id, concern_id, kind, words, at, sight_posts, sight_persons, never_persons)
SELECT c.school_id, uuidv7(p.at - now()), c.id, 'report', p.words, p.at, ${sight} ${fromConcern}`

const people = `
INSERT INTO concern_person (school_id, id, concern_id, person_id, role, added_at, sight_posts, sight_persons, never_persons)
SELECT c.school_id, uuidv7(p.at - now()), c.id, child.id, 'harmed', p.at, ${sight} ${fromConcern}
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS all_of_them
  FROM person WHERE kind = 'pupil' AND ended IS NULL) child ON child.place = p.n % child.all_of_them`

/** Without a time to escalate: a bench must not send five thousand reminders while it measures. */
const clocks = `
INSERT INTO concern_clock (school_id, id, concern_id, clock, starts_at, due_at, met_at, sight_posts, sight_persons, never_persons)
SELECT c.school_id, uuidv7(p.at - now()), c.id, model.clock, p.at, p.at + interval '1 day',
  CASE WHEN p.waits THEN NULL ELSE p.at + interval '5 hours' END, ${sight} ${fromConcern}
CROSS JOIN (SELECT DISTINCT clock FROM concern_clock) model`

/** The same accounts in a table of their own without any of our rules, for the bare server. */
const bare = `
CREATE TABLE bare_report (id uuid PRIMARY KEY, words text NOT NULL, at timestamptz NOT NULL);
CREATE TABLE bare_concern AS
SELECT p.n AS number, c.id, c.reference, c.state, c.next_due, c.reported_at, p.words,
  to_tsvector('english', p.words) AS sought ${fromConcern};
ALTER TABLE bare_concern ADD PRIMARY KEY (number);
CREATE INDEX bare_concern_due ON bare_concern (next_due, id) WHERE state = 'new';
CREATE INDEX bare_concern_sought ON bare_concern USING gin (sought)`

/**
 * Fills a school that has one concern with this many more like it, by the owner of the database: statements, people and
 * clocks with them. They are in no journal, so nothing here can be used to try its verification.
 */
export async function fillConcerns(owner: Client, count: number): Promise<void> {
  await owner.query(plan.replaceAll('$COUNT', String(count)))
  for (const step of [concern, statement, people, clocks, bare]) await owner.query(step)
  await owner.query('DROP TABLE planned')
  await owner.query('VACUUM ANALYZE')
}
