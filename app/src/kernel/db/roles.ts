import type { ClientBase } from 'pg'

/** The role that the application connects as: it owns nothing, creates nothing, and row-level security binds it. */
export const appRole = 'hedgerow_app'
/** The role of the job queue: it owns the queue's own schema and can see nothing else. */
export const jobsRole = 'hedgerow_jobs'

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

async function ensureRole(owner: ClientBase, role: string, password: string): Promise<void> {
  const { rows } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  const verb = rows.length === 0 ? 'CREATE' : 'ALTER'
  await owner.query(`${verb} ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${literal(password)}`)
}

/**
 * Makes or refreshes the two roles. Their password is derived from the school's secret file, so that the same code
 * serves the embedded database and a cluster. The owner needs the right to make roles.
 */
export async function ensureRoles(owner: ClientBase, password: string): Promise<void> {
  for (const role of [appRole, jobsRole]) await ensureRole(owner, role, password)
  await owner.query(`GRANT ${jobsRole} TO CURRENT_USER`)
  await owner.query(`CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION ${jobsRole}`)
  await owner.query(`GRANT USAGE ON SCHEMA public, pgboss TO ${appRole}`)
  await owner.query(
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${jobsRole} IN SCHEMA pgboss GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appRole}`,
  )
  await owner.query(
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${jobsRole} IN SCHEMA pgboss GRANT USAGE ON SEQUENCES TO ${appRole}`,
  )
}

/** The same database, reached as another role. */
export function asRole(ownerUrl: string, role: string, password: string): string {
  const afterUser = ownerUrl.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, '')
  return `postgresql://${role}:${encodeURIComponent(password)}@${afterUser}`
}
