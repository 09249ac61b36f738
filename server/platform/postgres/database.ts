import { Client, DatabaseError } from 'pg'

const ALREADY_EXISTS = ['42P04', '23505']
const STARTING_UP = '57P03'

/** Address of one database of the embedded server. */
export function databaseUrl(port: number, user: string, password: string, database: string): string {
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  return `postgres://${credentials}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/** Runs one statement on a connection of its own; gives its rows as arrays. */
export async function runStatement(url: string, sql: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A connection that breaks while idle must not end the process; the statement itself rejects.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Creates the database unless it exists; also when two processes try at once. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  try {
    await runStatement(adminUrl, `create database "${name}"`)
  } catch (error) {
    if (!(error instanceof DatabaseError && ALREADY_EXISTS.includes(error.code ?? ''))) throw error
  }
}

/** Whether the server takes our password and answers; false while it starts, stops or is not there. */
export async function answers(url: string): Promise<boolean> {
  try {
    await runStatement(url, 'select 1')
    return true
  } catch (error) {
    // A server that talks back and says no (a wrong password) will not change its mind.
    if (error instanceof DatabaseError && error.code !== STARTING_UP) throw error
    return false
  }
}

/** How many other programs' connections the server has; 0 when it does not answer. */
export async function otherClients(url: string): Promise<number> {
  const others =
    "select count(*)::int from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
  const rows = await runStatement(url, others).catch(() => [])
  return Number(rows[0]?.[0] ?? 0)
}
