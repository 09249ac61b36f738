import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { ensurePostgres, removePlace } from '../../../../server/platform/postgres'
import { PREFIX } from '../../../support/throwaway-cluster'

const READY_WITHIN = 90_000

/** The server in a process of its own with its embedded PostgreSQL, as `npm start` runs it: to be killed and started again. */
export class HallProcess {
  url = ''
  private child: ChildProcess | undefined

  private constructor(private readonly folder: string) {}

  static async make(): Promise<HallProcess> {
    // Named like the throw-away clusters: when this run is cut off, the next one sweeps it away.
    const folder = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-killed-`))
    // The account that PostgreSQL runs under must be able to walk there, or the data would go elsewhere.
    await chmod(folder, 0o711)
    return new HallProcess(folder)
  }

  async start(): Promise<void> {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DATABASE_URL: undefined,
      YISHITING_DATA: this.folder,
      DEMO: '1',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
    }
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env,
    })
    this.child = child
    this.url = await new Promise<string>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('the server was not ready in time')), READY_WITHIN)
      child.once('message', (message) => {
        clearTimeout(limit)
        resolve((message as { address: string }).address)
      })
      child.once('exit', (code) => {
        clearTimeout(limit)
        reject(new Error(`the server ended with ${code}`))
      })
    })
  }

  /** Resolves when the process is gone; its PostgreSQL knows nothing of it. */
  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }

  /** PostgreSQL's own process: who ends it with -9 does as a machine that breaks down, nothing is flushed and nobody is told. */
  async postmasterPid(): Promise<number> {
    const [row] = await this.rows<{ folder: string }>("select current_setting('data_directory') as folder")
    const file = await readFile(path.join(row?.folder ?? '', 'postmaster.pid'), 'utf8')
    return Number(file.split('\n')[0])
  }

  /** Rows straight from the database that the server uses. */
  async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { url } = await this.postgres()
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      const answer = await client.query<Row>(sql, [...values])
      return answer.rows
    } finally {
      await client.end()
    }
  }

  /** When PostgreSQL itself was started: the same as before when it was adopted. */
  async postgresSince(): Promise<number> {
    const [row] = await this.rows<{ at: string }>(
      'select extract(epoch from pg_postmaster_start_time()) * 1000 as at',
    )
    return Number(row?.at)
  }

  /** Whatever was left running is ended, and every trace removed. */
  async remove(): Promise<void> {
    await this.kill('SIGKILL')
    const left = await this.postgres()
    await left.stop()
    await removePlace(this.dataDir)
    await rm(this.folder, { recursive: true, force: true })
  }

  private get dataDir(): string {
    return path.join(this.folder, 'postgres')
  }

  private postgres() {
    return ensurePostgres({ dataDir: this.dataDir, log: () => undefined })
  }
}
