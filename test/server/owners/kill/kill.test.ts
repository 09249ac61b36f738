import { setTimeout as sleep } from 'node:timers/promises'
import { HallProcess } from '../../kill/support/hall-process'
import { type Attempt, Crowd, send } from './support/ballots'
import { addElection, addOwners, type Election, type Owner } from './support/voters'

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 2)
const VOTERS = 128
/** More than anybody can cast before the end comes. */
const KEYS_EACH = 100
/** Killed at any moment after so many ballots have been acknowledged. */
const ACKNOWLEDGED = { least: 100, most: 3_000 }
const RANDOM_MS = 40

jest.setTimeout(120_000 + ROUNDS * 60_000)

let hall: HallProcess
let people: { compoundId: string; owners: Owner[] }

beforeAll(async () => {
  hall = await HallProcess.make()
  await hall.start()
  people = await addOwners(hall, VOTERS)
})
afterAll(() => hall?.remove())

interface Kept {
  key_no: number
  receipt_code: string
  digest: string
  choice: string
  entries: number
}

/** What the database holds, each ballot with the rows of the journal that name its digest. */
const keptBallots = ({ compoundId, voteId, itemId }: Election) =>
  hall.rows<Kept>(
    `select b.key_no, b.receipt_code, encode(b.digest, 'hex') as digest, b.marks ->> $3 as choice, count(j.id)::int as entries
     from owner_ballots b
     left join journal j on j.compound_id = b.compound_id and j.vote_id = b.vote_id and j.kind = 'vote_ballot'
       and j.after_digest = b.digest and j.actor_id = b.voter_id
     where b.compound_id = $1 and b.vote_id = $2
     group by b.id, b.key_no, b.receipt_code, b.digest, b.marks`,
    [compoundId, voteId, itemId],
  )

const asKept = ({ keyNo, mark, receipt }: Attempt): Kept => ({
  key_no: keyNo,
  receipt_code: receipt?.code ?? '',
  digest: receipt?.digest ?? '',
  choice: mark,
  entries: 1,
})

const byKey = (a: Kept, b: Kept): number => a.key_no - b.key_no

/** Every one of these is in exactly once, as its receipt says. */
function expectIn(kept: readonly Kept[], attempts: readonly Attempt[]): void {
  const keys = new Set(attempts.map(({ keyNo }) => keyNo))
  const found = kept.filter(({ key_no }) => keys.has(key_no)).sort(byKey)
  expect(found).toEqual(attempts.map(asKept).sort(byKey))
}

async function castUntil(election: Election, kill: () => Promise<void>): Promise<Crowd> {
  const crowd = new Crowd(election)
  const casting = crowd.cast(hall.url)
  const { least, most } = ACKNOWLEDGED
  const enough = least + Math.random() * (most - least)
  while (crowd.acknowledged < enough) await sleep(2)
  await sleep(Math.random() * RANDOM_MS)
  await kill()
  await casting
  return crowd
}

/** Kills in the middle of a crowd; then counts, sends again what was not answered, and counts again. */
async function round(kill: () => Promise<void>): Promise<void> {
  const election = await addElection(hall, people, KEYS_EACH)
  const { attempts } = await castUntil(election, kill)
  // What is left of the server goes too, and everything starts as after a power cut.
  await hall.kill('SIGKILL')
  await hall.start()

  const unanswered = attempts.filter(({ receipt }) => receipt === null)
  const acknowledged = attempts.filter(({ receipt }) => receipt !== null)
  expect(unanswered.length).toBeGreaterThan(0)
  expectIn(await keptBallots(election), acknowledged)

  await Promise.all(
    unanswered.map(async (attempt) => {
      // Twice, as an impatient phone does.
      const receipts = await Promise.all([1, 2].map(() => send(hall.url, election, attempt)))
      expect(receipts[0]).not.toBeNull()
      expect(receipts[1]).toEqual(receipts[0])
      attempt.receipt = receipts[0] ?? null
    }),
  )
  for (const attempt of acknowledged.slice(-VOTERS))
    expect(await send(hall.url, election, attempt)).toEqual(attempt.receipt)
  const settled = await keptBallots(election)
  expectIn(settled, attempts)
  expect(settled).toHaveLength(attempts.length)
}

test(`kill -9 of the server while ${VOTERS} vote, ${ROUNDS} times: every receipt is in once, the rest can be sent again`, async () => {
  for (let number = 0; number < ROUNDS; number += 1) await round(() => hall.kill('SIGKILL'))
})

test(`kill -9 of PostgreSQL while ${VOTERS} vote, ${ROUNDS} times: the same`, async () => {
  for (let number = 0; number < ROUNDS; number += 1) {
    const postmaster = await hall.postmasterPid()
    await round(async () => void process.kill(postmaster, 'SIGKILL'))
  }
})
