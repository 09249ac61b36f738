import type { deliberate, StatementView } from '@yishiting/domain/contract/deliberate'
import { checkStatement, similarTo } from '@yishiting/domain/deliberate/statements'
import { may } from '@yishiting/domain/people/abilities'
import { ROLES, type Role } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { z } from 'zod'
import { moment, type Queries, type Tx } from '../../platform/database/database'
import { ProblemError, RefusalError, unwrap } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { iso } from '../../platform/matters/cards'
import { journalMeeting, type MeetingCall, takeStep } from '../change'
import { type LoadedMeeting, loadMeeting, lockMeeting } from '../load'
import { privateItems } from '../private-items'

type State = z.output<(typeof deliberate.state)['body']>
type Settle = z.output<(typeof deliberate.settleStatement)['body']>
type StatementCall<Body = unknown> = MeetingCall<Body> & {
  params: { meetingId: string; statementId: string }
}
type List = z.input<(typeof deliberate.statements)['response']>

interface Row {
  id: string
  itemId: string | null
  text: string
  label: string
  at: number
  isMine: boolean
  mine: -1 | 0 | 1 | null
  state: StatementView['state']
  answers: number
}

/** Those shown, and for a moderator the others too; what the reader has not answered first, in an order of its own for everybody. */
export async function listStatements(
  queries: Queries,
  { compoundId, actorId, sees }: { compoundId: string; actorId: string; sees: 'shown' | 'all' },
  meetingId: string,
): Promise<StatementView[]> {
  const { rows } = await sql<Row>`
    select s.id, s.item_id, s.text, s.label, s.at, s.author_id is not distinct from ${actorId}::uuid as is_mine, a.value as mine, s.state,
      (select count(*) from statement_answers n where n.compound_id = s.compound_id and n.meeting_id = s.meeting_id
        and n.statement_id = s.id)::int as answers
    from meeting_statements s left join statement_answers a on a.compound_id = s.compound_id and a.meeting_id = s.meeting_id
      and a.statement_id = s.id and a.person_id = ${actorId}::uuid
    where s.compound_id = ${compoundId} and s.meeting_id = ${meetingId} and (s.state = 'shown' or ${sees === 'all'}::boolean)
    order by a.value is not null, md5(s.id::text || ${actorId}), s.id
  `.execute(queries)
  const unsaid = await privateItems(queries, compoundId, meetingId)
  const said = rows.filter(({ itemId }) => itemId === null || !unsaid.has(itemId))
  return said.map((row) => ({ ...row, at: iso(row.at) }))
}

/** Where opinions are gathered: a 恳谈会 or 议事会 that is not over. @throws no_opinion_map, meeting_over */
function checkGathers({ meeting }: LoadedMeeting): void {
  if (meeting.kind === 'hearing' || meeting.kind === 'review')
    throw new RefusalError({ code: 'no_opinion_map', message: '这种会不收集短看法，请发言或交书面意见。' })
  if (meeting.state === 'closed' || meeting.state === 'cancelled')
    throw new RefusalError({ code: 'meeting_over', message: '会议已经结束，不再收集看法。' })
}

/** The duty shown beside a statement: a neighbour should know when the property company speaks. */
function roleLabel(roles: readonly Role[]): string {
  const [first] = roles
  return first === undefined ? '居民' : ROLES[first]
}

async function authorOf(tx: Tx, { compoundId, caller, body }: MeetingCall<State>) {
  if (body.forId === null) return { authorId: caller.personId, label: roleLabel(caller.actor.roles) }
  if (!may(caller.actor, 'raiseOnBehalf')) throw new ProblemError('not_allowed')
  const member = await tx
    .selectFrom('members')
    .select('roles')
    .where('compoundId', '=', compoundId)
    .where('personId', '=', body.forId)
    .executeTakeFirst()
  if (!member) throw new RefusalError({ code: 'target_invalid', message: '没有找到这位住户，请重新选。' })
  return { authorId: body.forId, label: roleLabel(member.roles as Role[]) }
}

/**
 * 写一条看法. One that is the same as another is refused: it is to be agreed with instead; what is much alike is shown first, once.
 * @returns what is alike, when he has not looked at it yet; nothing is written then
 */
export async function stateOpinion(tx: Tx, call: MeetingCall<State>): Promise<{ similarIds: string[] }> {
  const { compoundId, caller, now, body } = call
  const { meetingId } = call.params
  const loaded = await loadMeeting(tx, compoundId, meetingId, 'update')
  checkGathers(loaded)
  const text = unwrap(checkStatement(body.text))
  if (body.itemId !== null && !loaded.meeting.items.some(({ id }) => id === body.itemId))
    throw new RefusalError({ code: 'not_on_agenda', message: '这件事不在公布的议程上。' })
  const shown = await tx
    .selectFrom('meetingStatements')
    .select(['id', 'text'])
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'shown')
    .execute()
  const alike = similarTo(text, shown)
  if (alike.some(({ isSame }) => isSame))
    throw new RefusalError({ code: 'statement_same', message: '已经有人写过一样的，请直接在那条上点同意。' })
  if (alike.length > 0 && !body.isDifferent) return { similarIds: alike.map(({ id }) => id) }
  const author = await authorOf(tx, call)
  const id = newId()
  await tx
    .insertInto('meetingStatements')
    .values({
      compoundId,
      meetingId,
      id,
      itemId: body.itemId,
      ...author,
      enteredById: caller.personId,
      text,
      at: moment(now),
    })
    .execute()
  // Whoever says it agrees with it.
  await answerAs(tx, { compoundId, meetingId, statementId: id, personId: author.authorId, value: 1, now })
  await journalMeeting(tx, call, 'state_opinion', meetingId, { extra: { statementId: id } })
  return { similarIds: [] }
}

interface Answer {
  compoundId: string
  meetingId: string
  statementId: string
  personId: string
  value: -1 | 0 | 1
  now: number
}

async function answerAs(tx: Tx, { compoundId, meetingId, statementId, personId, value, now }: Answer) {
  await sql`
    insert into statement_answers (compound_id, meeting_id, statement_id, person_id, value, at)
    values (${compoundId}, ${meetingId}, ${statementId}, ${personId}, ${value}, ${moment(now)})
    on conflict (compound_id, meeting_id, statement_id, person_id) do update set value = excluded.value, at = excluded.at
  `.execute(tx)
}

async function findStatement(tx: Tx, call: StatementCall, id: string) {
  const statement = await tx
    .selectFrom('meetingStatements')
    .select(['id', 'state', 'text', 'authorId', 'itemId'])
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!statement) throw new RefusalError({ code: 'target_invalid', message: '没有找到这条看法。' })
  return statement
}

/** Agree, disagree or pass; the last answer counts. */
export async function answer(tx: Tx, call: StatementCall<{ value: -1 | 0 | 1 }>): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId, statementId } = call.params
  checkGathers(await loadMeeting(tx, compoundId, meetingId, 'share'))
  const { state } = await findStatement(tx, call, statementId)
  if (state !== 'shown')
    throw new RefusalError({ code: 'statement_settled', message: '这条看法已经合并或收起来了。' })
  await answerAs(tx, {
    compoundId,
    meetingId,
    statementId,
    personId: caller.personId,
    value: call.body.value,
    now,
  })
}

const SETTLED = { shown: '恢复', hidden: '隐藏', merged: '合并' } as const

/** Merged into another, hidden with a reason, or shown again; on the record, with the words it was about. */
export async function settleStatement(tx: Tx, call: StatementCall<Settle>): Promise<void> {
  const { compoundId, body, now } = call
  const { meetingId, statementId } = call.params
  await lockMeeting(tx, compoundId, meetingId, null)
  const statement = await findStatement(tx, call, statementId)
  if (body.to !== 'shown' && body.reason.trim() === '')
    throw new RefusalError({ code: 'reason_required', message: '请写明原因，谁都可以看到。' })
  const into = body.to === 'merged' ? await findStatement(tx, call, body.intoId ?? statementId) : null
  if (into && (into.id === statementId || into.state !== 'shown'))
    throw new RefusalError({ code: 'target_invalid', message: '请选要并入哪一条。' })
  if (into) {
    // Who answered both keeps the answer he gave to the one that stays.
    await sql`
      insert into statement_answers (compound_id, meeting_id, statement_id, person_id, value, at)
      select compound_id, meeting_id, ${into.id}::uuid, person_id, value, ${moment(now)}::timestamptz from statement_answers
      where compound_id = ${compoundId} and meeting_id = ${meetingId} and statement_id = ${statementId}
      on conflict do nothing
    `.execute(tx)
  }
  await tx
    .updateTable('meetingStatements')
    .set({ state: body.to, mergedIntoId: into?.id ?? null })
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', statementId)
    .execute()
  const words = `${SETTLED[body.to]}：“${statement.text}”${into ? `并入“${into.text}”` : ''}`
  await takeStep(tx, call, 'settle_statement', {
    told: { itemId: statement.itemId, words, reason: body.reason },
    reason: body.reason,
    extra: { statementId, to: body.to },
  })
}

export const similarOf = (list: readonly StatementView[], ids: readonly string[]): List => ({
  statements: [...list],
  similar: ids.flatMap((id) => list.find((each) => each.id === id) ?? []),
})
