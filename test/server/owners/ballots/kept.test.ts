import { sql } from 'kysely'
import { type Hall, openHall } from '../../../support/hall'
import type { TestPerson } from '../../../support/people'
import { expectProblem } from '../../support/problem'
import { ballotsOf, open, type Voting, voting } from './support/voting'

let hall: Hall
let vote: Voting

beforeEach(async () => {
  hall = await openHall()
  vote = await voting(hall, { flats: 20 })
  open(hall)
})
afterEach(() => hall.close())

const castAll = () => Promise.all(vote.voters.map((who, index) => vote.cast(who, index + 1)))

test('nobody changes, removes or empties ballots or the journal: the database refuses the application itself', async () => {
  await castAll()
  const before = await ballotsOf(hall, vote.id)
  const acts = [
    sql`update owner_ballots set marks = '{}'`,
    sql`update owner_ballots set voter_id = null where key_no = 1`,
    sql`delete from owner_ballots`,
    sql`delete from owner_ballots where key_no = 1`,
    sql`truncate owner_ballots`,
    sql`truncate owner_ballots cascade`,
    sql`truncate owner_vote_keys cascade`,
    sql`delete from journal where kind = 'vote_ballot'`,
    sql`update journal set actor_id = null where kind = 'vote_ballot'`,
    sql`insert into owner_ballots select * from owner_ballots on conflict (compound_id, vote_id, id) do update set marks = '{}'`,
  ]
  for (const act of acts)
    await expect(act.execute(hall.platform.db)).rejects.toThrow(/append-only|cannot (insert|truncate)/)
  expect(await ballotsOf(hall, vote.id)).toEqual(before)
})

test('one for a key, a seat and an edition is a constraint of the table', async () => {
  await vote.cast(vote.voters[0] as TestPerson, 1)
  const [ballot] = await ballotsOf(hall, vote.id)
  const { seq: _seq, ...same } = ballot as NonNullable<typeof ballot>
  const values = {
    ...same,
    id: '00000000-0000-7000-8000-00000000bbbb',
    receivedAt: new Date(same.receivedAt),
    marks: JSON.stringify(same.marks),
    idempotencyKey: 'another-key',
    receiptCode: 'ANOTHER',
  }
  await expect(
    hall.platform.db
      .insertInto('ownerBallots')
      .values(values as never)
      .execute(),
  ).rejects.toMatchObject({ code: '23505', constraint: expect.stringMatching(/key_no/) })
})

test('one ballot that the database cannot take fails alone, not the batch that it came with', async () => {
  await sql`
    create function stumble() returns trigger language plpgsql as $$
    begin
      if new.key_no = 7 then raise exception 'cannot take this one' using errcode = 'check_violation'; end if;
      return new;
    end $$`.execute(hall.platform.db)
  await sql`create trigger stumbles before insert on owner_ballots for each row execute function stumble()`.execute(
    hall.platform.db,
  )
  const answers = await castAll()
  expect(answers.map(({ status }) => status)).toEqual(
    vote.voters.map((_, index) => (index === 6 ? 500 : 201)),
  )
  expect(await ballotsOf(hall, vote.id)).toHaveLength(19)
})

test('who came in vain and who came in time share a batch, and each is told his own', async () => {
  const twice = vote.voters.slice(0, 10).map((who, index) => vote.cast(who, index + 1))
  const answers = await Promise.all([...twice, ...vote.voters.map((who, index) => vote.cast(who, index + 1))])
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
  const late = answers.filter(({ status }) => status !== 201)
  for (const each of late) expectProblem(each, 409, 'already_cast')
  const ballots = await ballotsOf(hall, vote.id)
  expect(new Set(ballots.map(({ keyNo }) => keyNo)).size).toBe(20)
  expect(new Set(ballots.map(({ receiptCode }) => receiptCode)).size).toBe(20)
})
