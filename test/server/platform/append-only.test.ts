import { type Hall, openHall } from '../../support/hall'
import { polled } from '../deliberate/support/meeting'
import { beingRated, rate } from '../support/matters'

let hall: Hall
let rated: string
beforeAll(async () => {
  hall = await openHall({ seats: 21 })
  const matter = await beingRated(hall)
  rated = matter.matterId
  await rate(hall, hall.people.owner, matter)
  await polled(hall, 2, 1)
})
afterAll(() => hall.close())

test.each(['journal', 'ratings', 'meeting_events', 'poll_votes', 'poll_slips'])(
  'what stands in %s can be neither changed, deleted nor emptied',
  async (table) => {
    const run = (sql: string) => hall.platform.pool.query(sql)
    const before = (await run(`select * from ${table}`)).rows
    expect(before.length).toBeGreaterThan(0)
    await expect(run(`update ${table} set compound_id = compound_id`)).rejects.toThrow(
      `${table} is append-only`,
    )
    await expect(run(`delete from ${table}`)).rejects.toThrow(`${table} is append-only`)
    await expect(run(`truncate ${table} cascade`)).rejects.toThrow('is append-only')
    expect((await run(`select * from ${table}`)).rows).toEqual(before)
  },
)

test('every change of a matter leaves a row in the journal, with the digest of before and after linked', async () => {
  const { rows } = await hall.platform.pool.query<{ kind: string; before: string | null; after: string }>(
    `select kind, encode(before_digest, 'hex') as before, encode(after_digest, 'hex') as after from journal
     where after_digest is not null and matter_id = $1 order by id`,
    [rated],
  )
  expect(rows.map((row) => row.kind)).toEqual(['raise', 'sort', 'claimDone', 'askRating', 'rate'])
  expect(rows.slice(1).map((row) => row.before)).toEqual(rows.slice(0, -1).map((row) => row.after))
})
