import type { owners, RollRequestView } from '@yishiting/domain/contract/owners'
import { readUnitCode } from '@yishiting/domain/owners/unit-code'
import { COMMITTEE_ROLES } from '@yishiting/domain/people/roles'
import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import { moment, type Queries, type Tx } from '../../platform/database/database'
import type { RollRequests } from '../../platform/database/schema'
import { cutPage, fromCursor } from '../../platform/http/cursor'
import { notFound } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { appendJournal } from '../../platform/journal/append'
import { iso } from '../../platform/matters/cards'
import { personAs } from '../../platform/matters/people'
import { notify, notifyRoles } from '../../platform/notices/notify'
import type { Secrets } from '../../platform/secrets/secrets'
import { refuse } from './refuse'

type Row = Selectable<RollRequests>
const OPEN_MAX = 10

function viewRequest(secrets: Secrets, row: Row): RollRequestView {
  return {
    ...{ id: row.id, unitCode: row.unitCode, answer: row.answer, person: null },
    about: row.about as RollRequestView['about'],
    state: row.state as RollRequestView['state'],
    text: secrets.open(row.sealedText),
    at: iso(row.at),
    answeredAt: row.answeredAt === null ? null : iso(row.answeredAt),
  }
}

/** For those who keep the roll: with who asked, whom they have to get hold of. */
async function viewForKeepers(queries: Queries, secrets: Secrets, row: Row): Promise<RollRequestView> {
  const person = await personAs(queries, secrets, row.compoundId, row.personId, 'moderator')
  return { ...viewRequest(secrets, row), person }
}

interface Asking {
  compoundId: string
  personId: string
  now: number
  body: z.output<typeof owners.request.body>
}

/** “名册不对”: the committee is told that there is one; what it says, only those who open it read. @throws request_too_many */
export async function askForCorrection(tx: Tx, secrets: Secrets, asking: Asking): Promise<void> {
  const { compoundId, personId, now, body } = asking
  const open = (await requestsOf(tx, secrets, compoundId, personId)).filter(({ state }) => state === 'open')
  if (open.length >= OPEN_MAX) {
    throw refuse('request_too_many', `您已有 ${OPEN_MAX} 条没答复的，请等业委会答复后再提。`)
  }
  const unitCode = readUnitCode(body.unitCode).code
  await tx
    .insertInto('rollRequests')
    .values({
      ...{ compoundId, personId, unitCode, about: body.about },
      id: newId(),
      sealedText: secrets.seal(body.text),
      at: moment(now),
    })
    .execute()
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'roll_asked',
    actorId: personId,
    extra: { about: body.about },
  })
  const where = unitCode ? `${unitCode} 的业主` : '有业主'
  const notice = { title: '有人说名册不对', body: `${where}请业委会核对名册，请到名册页答复。` }
  await notifyRoles(tx, compoundId, COMMITTEE_ROLES, notice, { now, except: personId })
}

const MINE_SHOWN = 50

/** What this person has asked, the newest first. */
export async function requestsOf(queries: Queries, secrets: Secrets, compoundId: string, personId: string) {
  const rows = await queries
    .selectFrom('rollRequests')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MINE_SHOWN)
    .execute()
  return rows.map((row) => viewRequest(secrets, row))
}

/** The longest waiting first, by keyset. */
export async function listRequests(
  queries: Queries,
  secrets: Secrets,
  compoundId: string,
  asked: { state: string; limit: number; cursor?: string },
) {
  const after = fromCursor(asked.cursor)
  let query = queries
    .selectFrom('rollRequests')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('state', '=', asked.state)
    .orderBy('at')
    .orderBy('id')
    .limit(asked.limit + 1)
  if (after) query = query.where(sql<boolean>`(at, id) > (${new Date(after.at)}, ${after.id})`)
  const { page, next } = cutPage(await query.execute(), asked.limit, ({ at, id }) => ({ at, id }))
  const requests: RollRequestView[] = []
  for (const row of page) requests.push(await viewForKeepers(queries, secrets, row))
  return { requests, next }
}

interface Answering {
  compoundId: string
  requestId: string
  byId: string
  now: number
  body: z.output<typeof owners.answerRequest.body>
}

/** Answers once; whoever asked is told. @throws not_found, not_in_this_state */
export async function answerRequest(
  tx: Tx,
  secrets: Secrets,
  answering: Answering,
): Promise<RollRequestView> {
  const { compoundId, requestId, byId, now, body } = answering
  const mine = (query: Queries) =>
    query
      .selectFrom('rollRequests')
      .selectAll()
      .where('compoundId', '=', compoundId)
      .where('id', '=', requestId)
  const row = await mine(tx).forUpdate().executeTakeFirst()
  if (!row) throw notFound('没有找到这条异议，可能不在这个小区。')
  if (row.state !== 'open') throw refuse('not_in_this_state', '这条异议已经答复过了。')
  const answered = { state: body.state, answer: body.answer, answeredById: byId }
  await tx
    .updateTable('rollRequests')
    .set({ ...answered, answeredAt: moment(now) })
    .where('compoundId', '=', compoundId)
    .where('id', '=', requestId)
    .execute()
  await appendJournal(tx, {
    ...{ compoundId, at: now, actorId: byId, kind: 'roll_answered', reason: body.answer },
    fromState: 'open',
    toState: body.state,
  })
  const title = body.state === 'accepted' ? '名册的异议：业委会同意更正' : '名册的异议：业委会答复了'
  await notify(tx, compoundId, [row.personId], { title, body: body.answer }, { now, except: byId })
  return viewForKeepers(tx, secrets, { ...row, ...answered, answeredAt: now })
}
