import { type Hall, openHall } from '../../support/hall'
import { beingRated, rate } from '../support/matters'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
  await rate(hall, hall.people.owner, await beingRated(hall))
})
afterAll(() => hall.close())

test.each(['journal', 'ratings', 'votes'])(
  'what stands in %s can be neither changed, deleted nor emptied',
  async (table) => {
    const run = (sql: string) => hall.platform.pool.query(sql)
    if (table === 'votes') {
      await run(`alter table votes drop constraint votes_compound_id_item_id_fkey`)
      await run(
        `insert into votes select compound_id, gen_random_uuid(), person_id, 'agree', now() from ratings`,
      )
    }
    const before = (await run(`select * from ${table}`)).rows
    expect(before.length).toBeGreaterThan(0)
    await expect(run(`update ${table} set at = now()`)).rejects.toThrow(`${table} is append-only`)
    await expect(run(`delete from ${table}`)).rejects.toThrow(`${table} is append-only`)
    await expect(run(`truncate ${table} cascade`)).rejects.toThrow('is append-only')
    expect((await run(`select * from ${table}`)).rows).toEqual(before)
  },
)

test('every change of a matter leaves a row in the journal, with the digest of before and after linked', async () => {
  const { rows } = await hall.platform.pool.query<{ kind: string; before: string | null; after: string }>(
    `select kind, encode(before_digest, 'hex') as before, encode(after_digest, 'hex') as after from journal
     where after_digest is not null order by id`,
  )
  expect(rows.map((row) => row.kind)).toEqual(['raise', 'sort', 'claimDone', 'askRating', 'rate'])
  expect(rows.slice(1).map((row) => row.before)).toEqual(rows.slice(0, -1).map((row) => row.after))
})
