/**
 * PostgreSQL settings for a small machine that keeps children's records. They are given on the command line at every
 * start, so that a new release's choices hold without touching anybody's postgresql.conf.
 */
export const SETTINGS = {
  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '60',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Nothing acknowledged may be lost, also when the power fails.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // A backup copies files while people work; it holds its write-ahead log back with a replication slot.
  wal_level: 'replica',
  max_replication_slots: '4',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log never holds a statement, a value or a row: errors go to the application alone, which logs ids only.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
} as const satisfies Readonly<Record<string, string>>
