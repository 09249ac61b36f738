import { type OperationId, PATHS } from '@yishiting/domain/contract/paths'
import { ROLE_CODES, type Role } from '@yishiting/domain/people/roles'
import { newId } from '../../../server/platform/ids'
import { addCompound, type TestCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { jpeg, multipart, upload } from '../support/pictures'
import { registeredRoutes } from '../support/registered'
import { SAMPLE_BODIES } from '../support/samples'

/*
 * Who may come in at each door, written down here by hand from RULES.md and not taken from the code: an ability widened by
 * mistake must turn this red.
 */
const ALL = ROLE_CODES
const RESIDENTS: Role[] = ['owner', 'family', 'tenant']
const BRANCH: Role[] = ['branch_secretary', 'branch_sorter']
const COMMITTEE: Role[] = ['committee_director', 'committee_member']
const MODERATORS: Role[] = [...BRANCH, 'residents_committee']
const WORKERS: Role[] = [
  ...MODERATORS,
  'property_manager',
  'department_liaison',
  'committee_director',
  'committee_member',
  'helper',
]

const DOORS: Record<Exclude<OperationId, `demo.${string}`>, readonly Role[]> = {
  'people.me': ALL,
  'people.preferences': ALL,
  'people.signOut': ALL,
  'people.compound': ALL,
  'people.leads': [...MODERATORS, 'street'],
  'people.residents': [...MODERATORS, 'helper'],
  'people.inbox': ALL,
  'people.readInbox': ALL,
  'people.home': ALL,
  'speak.list': ALL,
  'speak.read': ALL,
  'speak.raise': ALL,
  'speak.edit': ALL,
  'speak.resubmit': ALL,
  'speak.withdraw': ALL,
  'speak.object': ALL,
  'speak.reopen': ALL,
  'speak.support': RESIDENTS,
  'speak.follow': ALL,
  'speak.comments': ALL,
  'speak.comment': ALL,
  'speak.hideComment': BRANCH,
  'speak.uploadPhoto': ALL,
  'sort.queue': [...MODERATORS, 'supervisor', 'street'],
  'sort.acknowledge': BRANCH,
  'sort.sort': BRANCH,
  'sort.return': BRANCH,
  'sort.merge': BRANCH,
  'sort.split': BRANCH,
  'sort.review': MODERATORS,
  'deliberate.meetings': ALL,
  'deliberate.agendaCandidates': MODERATORS,
  'deliberate.convene': MODERATORS,
  'deliberate.change': MODERATORS,
  'deliberate.cancel': MODERATORS,
  'deliberate.calendar': ALL,
  'deliberate.poster': ALL,
  'deliberate.petitions': ALL,
  'deliberate.petition': RESIDENTS,
  'deliberate.signPetition': ALL,
  'deliberate.read': ALL,
  'deliberate.rsvp': ALL,
  'deliberate.checkIn': ALL,
  'deliberate.checkInOther': [...MODERATORS, 'helper'],
  'deliberate.addGuest': [...MODERATORS, 'helper'],
  'deliberate.submit': ALL,
  'deliberate.submissions': ALL,
  'deliberate.open': MODERATORS,
  'deliberate.close': MODERATORS,
  'deliberate.takeOver': MODERATORS,
  'deliberate.goTo': MODERATORS,
  'deliberate.askToSpeak': ALL,
  'deliberate.withdrawSpeech': ALL,
  'deliberate.callSpeaker': MODERATORS,
  'deliberate.endSpeech': MODERATORS,
  'deliberate.setMotion': MODERATORS,
  'deliberate.propose': ALL,
  'deliberate.second': ALL,
  'deliberate.settleMotion': ALL,
  'deliberate.resolve': MODERATORS,
  'deliberate.decline': MODERATORS,
  'deliberate.refer': MODERATORS,
  'deliberate.events': ALL,
  'deliberate.openPoll': MODERATORS,
  'deliberate.vote': RESIDENTS,
  'deliberate.nameTellers': MODERATORS,
  'deliberate.tell': ALL,
  'deliberate.closePoll': MODERATORS,
  'deliberate.statements': ALL,
  'deliberate.state': ALL,
  'deliberate.answer': ALL,
  'deliberate.settleStatement': MODERATORS,
  'deliberate.moderatorLog': ALL,
  'deliberate.opinionMap': ALL,
  'deliberate.hearing': ALL,
  'deliberate.addParty': MODERATORS,
  'deliberate.inviteParty': MODERATORS,
  'deliberate.recordView': ALL,
  'deliberate.askParty': ALL,
  'deliberate.answerQuestion': ALL,
  'deliberate.demand': ALL,
  'deliberate.answerDemand': MODERATORS,
  'deliberate.signRecord': ALL,
  'deliberate.minutes': ALL,
  'deliberate.draftMinutes': MODERATORS,
  'deliberate.editMinutes': MODERATORS,
  'deliberate.showMinutes': MODERATORS,
  'deliberate.objectToMinutes': ALL,
  'deliberate.answerMinutesObjection': MODERATORS,
  'deliberate.signMinutes': ALL,
  'deliberate.publishMinutes': MODERATORS,
  'deliberate.minutesFile': ALL,
  'owners.votes': ALL,
  'owners.read': ALL,
  'owners.draft': COMMITTEE,
  'owners.editDraft': COMMITTEE,
  'owners.notice': COMMITTEE,
  'owners.cancelVote': COMMITTEE,
  'owners.extend': COMMITTEE,
  'owners.remind': COMMITTEE,
  'owners.cast': RESIDENTS,
  'owners.findReceipt': ALL,
  'owners.digests': ALL,
  'owners.grantMandate': RESIDENTS,
  'owners.acceptMandate': RESIDENTS,
  'owners.revokeMandate': RESIDENTS,
  'owners.object': RESIDENTS,
  'owners.answerObjection': COMMITTEE,
  'owners.doors': [...COMMITTEE, 'scrutineer', 'helper'],
  'owners.deliver': [...COMMITTEE, 'scrutineer', 'helper'],
  'owners.papers': ['scrutineer'],
  'owners.enterPaper': ['scrutineer'],
  'owners.conflicts': ['scrutineer'],
  'owners.rule': ['scrutineer'],
  'owners.transfer': COMMITTEE,
  'owners.publish': COMMITTEE,
  'owners.certify': COMMITTEE,
  'owners.roll': COMMITTEE,
  'owners.rollUnits': COMMITTEE,
  'owners.uploadRoll': COMMITTEE,
  'owners.checkImport': COMMITTEE,
  'owners.applyImport': COMMITTEE,
  'owners.correct': COMMITTEE,
  'owners.requests': COMMITTEE,
  'owners.answerRequest': COMMITTEE,
  'owners.mine': ALL,
  'owners.claim': ALL,
  'owners.request': ALL,
  'owners.template': COMMITTEE,
  'owners.document': ALL,
  'owners.export': [...COMMITTEE, 'scrutineer'],
  'act.tasks': [...WORKERS, 'supervisor', 'street'],
  'act.assign': [...MODERATORS, 'street'],
  'act.start': WORKERS,
  'act.progress': WORKERS,
  'act.extend': WORKERS,
  'act.claimDone': WORKERS,
  'act.check': ALL,
  'act.escalate': [...MODERATORS, 'supervisor'],
  'act.answer': [...MODERATORS, 'street'],
  'rate.rate': ALL,
  'rate.settle': BRANCH,
}
const OPERATIONS = Object.keys(DOORS) as (keyof typeof DOORS)[]
/** Open to anybody: is it alive, what can it do, a photo by its signed link. */
const OPEN = [
  'GET /api/health',
  'GET /api/ready',
  'GET /api/metrics',
  'GET /api/openapi.json',
  'GET /api/compounds/:compoundId/photos/:photoId/:size',
]
/** Sockets say who they are in their first message (test/server/deliberate/socket). */
const SOCKETS = ['GET /api/compounds/:compoundId/meetings/:meetingId/live']
/** Those that name no compound ask only for a session. */
const OF_ONESELF: OperationId[] = ['people.me', 'people.preferences', 'people.signOut']

let hall: Hall
let elsewhere: TestCompound
let picture: Buffer
beforeAll(async () => {
  hall = await openHall()
  elsewhere = await addCompound(hall.platform, { name: '别处' })
  picture = await jpeg(8, 8)
})
afterAll(() => hall.close())

/** What an address asks for beside its body. */
const QUERIES: Partial<Record<OperationId, Record<string, string>>> = {
  'owners.findReceipt': { code: '7KQ2' },
}
const NOBODYS = {
  ...Object.fromEntries(
    [...new Set(OPERATIONS.flatMap((id) => PATHS[id][1].match(/(?<=:)\w+Id/g) ?? []))]
      .filter((name) => name !== 'compoundId')
      .map((name) => [name, newId()]),
  ),
  kind: 'notice',
}

async function knockWithRoll(who: TestPerson | null): Promise<string> {
  const { payload, contentType } = multipart(Buffer.from('房号,面积\n1-1-101,80'), { name: '名册.csv' })
  const answer = await hall.app.inject({
    method: 'POST',
    url: `/api/compounds/${hall.compound.id}/roll/imports`,
    headers: { 'content-type': contentType, ...(who ? { authorization: `Bearer ${who.token}` } : {}) },
    payload,
  })
  return answer.statusCode < 300 ? 'in' : `${answer.statusCode} ${answer.json().code}`
}

/** Knocks with a form that is all right and ids that are nobody's. */
async function knock(who: TestPerson | null, id: (typeof OPERATIONS)[number]): Promise<string> {
  if (id === 'speak.uploadPhoto') {
    const { status, problem } = await upload(hall, who, picture)
    return status < 300 ? 'in' : `${status} ${problem.code}`
  }
  if (id === 'owners.uploadRoll') return knockWithRoll(who)
  const { status, problem } = await hall.send(who, id, {
    query: QUERIES[id],
    params: NOBODYS,
    body: SAMPLE_BODIES[id],
    ...(id === 'speak.edit' ? { ifMatch: 1 } : {}),
  } as never)
  if (status === 404 && problem.code === 'not_found' && problem.detail.includes('地址'))
    return 'no such address'
  return status < 300 ? 'in' : `${status} ${problem.code}`
}

test('there are no doors but those written down here', () => {
  const known = new Set([...OPERATIONS.map((id) => PATHS[id].join(' ')), ...OPEN, ...SOCKETS])
  const unknown = registeredRoutes(hall.app).filter(
    (route) =>
      !known.has(route) && !known.has(route.replace(/^HEAD/, 'GET')) && !/ \/api\/docs(\/|$)/.test(route),
  )
  expect(unknown).toEqual([])
  const there = new Set(registeredRoutes(hall.app))
  expect([...known].filter((route) => !there.has(route))).toEqual([])
})

test('a route that does not say who may come in keeps the server from starting', async () => {
  const { buildApp } = await import('../../../server/app')
  const app = await buildApp(hall.platform)
  expect(() => app.get('/api/back-door', () => 'open')).toThrow('/api/back-door does not say who may come in')
  await app.close()
})

test.each(OPERATIONS)('%s: whoever is not signed in is told so', async (id) => {
  expect(await knock(null, id)).toBe('401 signed_out')
})

test.each(OPERATIONS.filter((id) => !OF_ONESELF.includes(id)))(
  '%s: for people of another compound it is not there, whatever their role',
  async (id) => {
    for (const role of ROLE_CODES) {
      expect([role, await knock(elsewhere.people[role], id)]).toEqual([role, '404 not_found'])
    }
  },
)

test.each(OPERATIONS.filter((id) => id !== 'people.signOut'))(
  '%s: exactly the roles that may ever do it come in',
  async (id) => {
    for (const role of ROLE_CODES) {
      const answer = await knock(hall.people[role], id)
      const isIn = answer === 'in' || (!answer.startsWith('401') && answer !== '403 not_allowed')
      expect([role, isIn, answer]).toEqual([role, DOORS[id].includes(role), answer])
      if (isIn) expect(answer).not.toMatch(/^(400|428|500|no such)/)
    }
  },
)
