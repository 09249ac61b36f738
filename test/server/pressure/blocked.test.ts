import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { raise } from '../support/matters'
import { type Answer, expectServedOrSentAway, type PressedServer, pressedServer } from '../support/pressed'

jest.setTimeout(120_000)

let pressed: PressedServer
let matterId: string
beforeAll(async () => {
  pressed = await pressedServer({ pool: 2 })
  matterId = (await raise(pressed.hall, pressed.hall.people.owner)).id
})
afterAll(() => pressed.close())

const url = () => pressed.hall.platform.config.databaseUrl ?? ''

/** Everybody at once, reading and writing. */
function crowd(size: number): Promise<Answer[]> {
  const { owner, tenant } = pressed.hall.people
  return Promise.all(
    Array.from({ length: size }, (_, nr) => {
      if (nr % 3 === 0) return pressed.send(tenant, 'speak.list')
      if (nr % 3 === 1) return pressed.send(tenant, 'speak.read', { params: { matterId } })
      return pressed.send(owner, 'speak.comment', { params: { matterId }, body: { text: '在吗' } })
    }),
  )
}

async function answersNormally(within: number): Promise<void> {
  const until = performance.now() + within
  for (;;) {
    const answer = await pressed.send(pressed.hall.people.tenant, 'speak.list')
    if (answer.status === 200) return
    expectServedOrSentAway([answer])
    if (performance.now() > until) throw new Error(`still ${answer.status}`)
    await sleep(200)
  }
}

test('while a table is locked everybody is sent away within ten seconds, health answers, and afterwards all is well', async () => {
  const locker = new Client({ connectionString: url() })
  await locker.connect()
  await locker.query('begin; lock table matters in access exclusive mode')
  const commentsBefore = (await pressed.database.query('select count(*)::int as n from comments')).rows[0].n
  const [answers, health] = await Promise.all([
    crowd(256),
    sleep(1_000).then(() => pressed.get('/api/health')),
  ])
  expect(health.status).toBe(200)
  expect(health.tookMs).toBeLessThan(1_000)
  expectServedOrSentAway(answers)
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([503]))
  await locker.query('rollback')
  await locker.end()
  await answersNormally(10_000)
  expect((await pressed.database.query('select count(*)::int as n from comments')).rows[0].n).toBe(
    commentsBefore,
  )
  expect(pressed.server.child.exitCode).toBeNull()
})

test('a database that is slow at everything keeps nobody waiting, and nobody is told “done” or “not done” wrongly', async () => {
  // Each statement on comments takes two seconds: with two connections nearly everybody is in vain.
  await pressed.database.query(`
    create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(2); return new; end $$;
    create trigger slow before insert on comments for each row execute function slow()`)
  const { owner } = pressed.hall.people
  const before = (await pressed.database.query('select count(*)::int as n from comments')).rows[0].n
  const answers = await Promise.all(
    Array.from({ length: 60 }, () =>
      pressed.send(owner, 'speak.comment', { params: { matterId }, body: { text: '慢' } }),
    ),
  )
  expectServedOrSentAway(answers)
  await pressed.database.query('drop trigger slow on comments')
  await answersNormally(10_000)
  await sleep(3_000)
  const after = (await pressed.database.query('select count(*)::int as n from comments')).rows[0].n
  expect(after - before).toBe(answers.filter((answer) => answer.status === 201).length)
})

test('connections cut by the database in the middle of everything cost a moment, not the process', async () => {
  const admin = new Client({ connectionString: url() })
  await admin.connect()
  const answers = crowd(120)
  for (let n = 0; n < 10; n += 1) {
    await sleep(50)
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'yishiting' and pid <> pg_backend_pid()`,
    )
  }
  expectServedOrSentAway(await answers)
  await admin.end()
  await answersNormally(10_000)
  expect(pressed.server.child.exitCode).toBeNull()
})
