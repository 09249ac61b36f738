import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { buildApp } from '../../../server/app'
import { createPool } from '../../../server/platform/database/pool'
import type { Platform } from '../../../server/platform/platform'
import { createPlatform } from '../../../server/start'
import { type Hall, openHall } from '../../support/hall'
import { Line } from './support/line'
import { atItem, atPoll, convene, opened, polling, waiting } from './support/meeting'

let hall: Hall
/** A second API process on the same database, as far as a process is its own pool, listener and sockets. */
let other: { app: FastifyInstance; platform: Platform }
let line: Line
beforeAll(async () => {
  hall = await openHall({ seats: 21 })
  const { config, log, clock, pool } = hall.platform
  const ownPool = createPool(pool.options.connectionString ?? '', log, { max: 4 })
  const platform = { ...(await createPlatform(config, log, ownPool)), clock }
  other = { app: await buildApp(platform), platform }
  await other.app.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => line.hangUp())
afterAll(async () => {
  await other.app.close()
  await other.platform.pool.end()
  await hall.close()
})

async function followElsewhere(meetingId: string): Promise<void> {
  line = await new Line(other.app, hall.compound.id, meetingId).hello({ token: hall.people.tenant.token })
  await line.until(({ latest }) => latest !== undefined)
}

test('what one process writes is on the screens of the other', async () => {
  const meeting = await polling(hall)
  await followElsewhere(meeting.id)
  await hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })
  await line.until(({ latest }) => latest?.items[0]?.polls[0]?.state === 'closed')
})

test('the listening connection is cut: what was said meanwhile comes all the same', async () => {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]), 14)
  await followElsewhere(meeting.id)
  const cut = await sql<{ n: number }>`
    select count(*) filter (where pg_terminate_backend(pid))::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'yishiting-listen'
  `.execute(hall.platform.db)
  expect(cut.rows[0]?.n).toBeGreaterThan(0)
  await hall.ok(hall.people.branch_secretary, 'deliberate.openPoll', { params: atItem(meeting) })
  await line.until(({ latest }) => latest?.items[0]?.polls[0]?.state === 'open')
  await hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', {
    params: { meetingId: meeting.id, pollId: line.latest?.items[0]?.polls[0]?.id },
  })
  await line.until(({ latest }) => latest?.items[0]?.polls[0]?.state === 'closed')
  const { length } = line.events
  expect(line.events).toEqual(Array.from({ length }, (_, index) => index + 1))
})

test('a process that dies between its commit and telling leaves no screen behind', async () => {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]), 14)
  await followElsewhere(meeting.id)
  // A commit that nobody tells of.
  await sql`update meetings set place = '三号楼前的亭子' where id = ${meeting.id}`.execute(hall.platform.db)
  await line.until(({ latest }) => latest?.place === '三号楼前的亭子')
})
