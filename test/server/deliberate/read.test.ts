import { DAY } from '@yishiting/domain/matter/instant'
import { addCompound, type TestCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import { isoAt } from '../support/matters'
import { convene, waiting } from './support/meeting'

let hall: Hall
let elsewhere: TestCompound
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
  elsewhere = await addCompound(hall.platform, { name: '隔壁里', seats: 3 })
})
afterAll(() => hall.close())

test('coming meetings come the next first, past ones the latest first, page by page without a gap', async () => {
  const { owner, branch_secretary } = hall.people
  const ids: string[] = []
  for (const days of [9, 5, 7, 5, 6]) {
    const startsAt = isoAt(hall.clock.now() + days * DAY)
    ids.push((await convene(hall, [], { kind: 'talk', startsAt })).id)
  }
  const listed = async (when: 'coming' | 'past') => {
    const pages: { id: string; startsAt: string }[][] = []
    let cursor: string | undefined
    do {
      const { meetings, next } = await hall.ok(owner, 'deliberate.meetings', {
        query: { when, limit: 2, cursor },
      })
      pages.push(meetings)
      cursor = next ?? undefined
    } while (cursor)
    return pages.flat()
  }
  const coming = await listed('coming')
  expect(coming.map((each) => each.id).sort()).toEqual([...ids].sort())
  const times = coming.map((each) => each.startsAt)
  expect(times).toEqual([...times].sort())
  for (const meetingId of ids) {
    await hall.ok(branch_secretary, 'deliberate.cancel', { params: { meetingId }, body: { reason: '改期' } })
  }
  expect(await listed('coming')).toEqual([])
  expect((await listed('past')).map((each) => each.id)).toEqual(coming.map((each) => each.id).reverse())
})

test('the matters most neighbours met stand first among the candidates', async () => {
  const { tenant, family, branch_secretary, owner } = hall.people
  const [few, many] = [await waiting(hall), await waiting(hall)]
  for (const who of [tenant, family]) {
    await hall.ok(who, 'speak.support', { params: many, body: { on: true } })
  }
  const { candidates } = await hall.ok(branch_secretary, 'deliberate.agendaCandidates')
  expect(candidates.map((each) => each.matterId)).toEqual([many.matterId, few.matterId])
  expect(candidates[0]).toMatchObject({ code: 'deliberation', supports: 2, routeId: many.routeId })
  expect((await hall.send(owner, 'deliberate.agendaCandidates')).status).toBe(403)
})

test('for people of another compound there is no such meeting, by whichever door', async () => {
  const meeting = await convene(hall, [await waiting(hall)])
  const stranger = elsewhere.people.branch_secretary
  const params = { meetingId: meeting.id }
  for (const compoundId of [hall.compound.id, elsewhere.id]) {
    const at = { ...params, compoundId }
    const answers = [
      await hall.send(stranger, 'deliberate.read', { params: at }),
      await hall.send(stranger, 'deliberate.rsvp', { params: at, body: { going: 'yes' } }),
      await hall.send(stranger, 'deliberate.open', { params: at }),
      await hall.send(stranger, 'deliberate.cancel', { params: at, body: { reason: '改期' } }),
      await hall.send(elsewhere.people.owner, 'deliberate.vote', {
        params: { meetingId: meeting.id, pollId: meeting.id, compoundId },
        body: { marks: { choice: 'agree' } },
      }),
    ]
    for (const answer of answers) expect(answer.problem).toMatchObject({ status: 404, code: 'not_found' })
  }
})

test('without a session there is nothing to see', async () => {
  const meeting = await convene(hall, [], { kind: 'talk' })
  const answer = await hall.send(null, 'deliberate.read', { params: { meetingId: meeting.id } })
  expect(answer.problem).toMatchObject({ status: 401, code: 'signed_out' })
})
