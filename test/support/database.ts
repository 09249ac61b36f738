import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { TEST_PG_URL } from './throwaway-cluster'

export interface TestDatabase {
  url: string
  /** Removes the database, cutting whatever connections are still open. */
  drop(): Promise<void>
}

function adminUrl(): string {
  const url = process.env[TEST_PG_URL]
  if (url) return url
  throw new Error(
    `${TEST_PG_URL} is not set: this jest project needs test/support/database-setup.ts as globalSetup`,
  )
}

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl() })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Creates an empty UTF-8 database with a name of its own in the cluster of this jest run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(`create database "${name}"`)
  const url = new URL(adminUrl())
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asAdmin(`drop database if exists "${name}" with (force)`) }
}
