import type { deliberate, PetitionView } from '@yishiting/domain/contract/deliberate'
import {
  checkSign,
  PETITION_OPEN_FOR,
  type PetitionKind,
  petitionNeeded,
} from '@yishiting/domain/deliberate/petition'
import { requireWords } from '@yishiting/domain/matter/words'
import { may } from '@yishiting/domain/people/abilities'
import { BRANCH_ROLES, RESIDENT_ROLES, type Role } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { z } from 'zod'
import { moment, type Queries, type Tx } from '../../platform/database/database'
import { notFound, ProblemError, RefusalError, unwrap } from '../../platform/http/problems'
import type { Call } from '../../platform/http/route'
import { newId } from '../../platform/ids'
import { appendJournal } from '../../platform/journal/append'
import { iso, isoOrNull } from '../../platform/matters/cards'
import { notifyRoles } from '../../platform/notices/notify'

type Start = z.output<(typeof deliberate.petition)['body']>
type Sign = z.output<(typeof deliberate.signPetition)['body']>
type PetitionCall<Body> = Pick<Call<unknown, unknown, Body>, 'compoundId' | 'caller' | 'now' | 'body'>

interface Row {
  id: string
  kind: PetitionKind
  title: string
  why: string
  matterId: string | null
  startedAt: number
  closesAt: number
  base: number
  needed: number
  signatures: number
  signed: boolean
  reachedAt: number | null
  meetingId: string | null
  isMember: boolean
}

const LISTED = 50

/** Petitions, the latest first; `id` for one alone. */
async function petitionRows(
  queries: Queries,
  compoundId: string,
  personId: string,
  id: string | null,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.kind, p.title, p.why, p.matter_id, p.started_at, p.closes_at, p.base, p.needed, p.reached_at, p.meeting_id,
      (select count(*) from petition_signatures s where s.compound_id = p.compound_id and s.petition_id = p.id
        and s.withdrawn_at is null)::int as signatures,
      exists (select from petition_signatures s where s.compound_id = p.compound_id and s.petition_id = p.id
        and s.person_id = ${personId} and s.withdrawn_at is null) as signed,
      exists (select from members m where m.compound_id = p.compound_id and m.person_id = ${personId} and m.is_seated) as is_member
    from meeting_petitions p where p.compound_id = ${compoundId} and (${id}::uuid is null or p.id = ${id}::uuid)
    order by p.started_at desc, p.id limit ${LISTED}
  `.execute(queries)
  return rows
}

function viewOf(row: Row, roles: readonly Role[], now: number): PetitionView {
  const { isMember, ...petition } = row
  const isResident = roles.some((role) => RESIDENT_ROLES.includes(role))
  const checked = checkSign({ ...row, isMet: row.meetingId !== null }, { isMember, isResident }, now)
  return {
    ...petition,
    startedAt: iso(row.startedAt),
    closesAt: iso(row.closesAt),
    reachedAt: isoOrNull(row.reachedAt),
    canSign: checked.ok,
    whyNotSign: checked.ok ? '' : checked.refusal.message,
  }
}

export async function listPetitions(
  queries: Queries,
  { compoundId, caller, now }: PetitionCall<unknown>,
): Promise<PetitionView[]> {
  const rows = await petitionRows(queries, compoundId, caller.personId, null)
  return rows.map((row) => viewOf(row, caller.actor.roles, now))
}

/** @throws not_found */
export async function viewPetition(
  queries: Queries,
  { compoundId, caller, now }: PetitionCall<unknown>,
  id: string,
): Promise<PetitionView> {
  const [row] = await petitionRows(queries, compoundId, caller.personId, id)
  if (!row) throw notFound('没有找到这份联名。')
  return viewOf(row, caller.actor.roles, now)
}

async function baseOf(tx: Tx, compoundId: string, kind: PetitionKind): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from members where compound_id = ${compoundId}
      and case when ${kind} = 'deliberation' then is_seated else roles && ${[...RESIDENT_ROLES]}::text[] end
  `.execute(tx)
  return rows[0]?.n ?? 0
}

async function checkMatter(tx: Tx, compoundId: string, matterId: string | null): Promise<void> {
  if (matterId === null) return
  const matter = await tx
    .selectFrom('matters')
    .select('isPrivate')
    .where('compoundId', '=', compoundId)
    .where('id', '=', matterId)
    .executeTakeFirst()
  if (matter?.isPrivate === false) return
  throw new RefusalError({ code: 'target_invalid', message: '没有找到这件事，请重新选。' })
}

/** 发起联名: what kind of meeting, what about and why; whoever starts it has signed, where he counts. */
export async function startPetition(tx: Tx, call: PetitionCall<Start>): Promise<string> {
  const { compoundId, caller, now, body } = call
  const title = unwrap(requireWords(body.title, 'text_required', '请写要议什么。', 60))
  const why = unwrap(requireWords(body.why, 'reason_required', '请写为什么要开会，邻居们看了再签。'))
  await checkMatter(tx, compoundId, body.matterId)
  const base = await baseOf(tx, compoundId, body.kind)
  const id = newId()
  await tx
    .insertInto('meetingPetitions')
    .values({
      compoundId,
      id,
      kind: body.kind,
      title,
      why,
      matterId: body.matterId,
      startedById: caller.personId,
      startedAt: moment(now),
      base,
      needed: petitionNeeded(body.kind, base),
      closesAt: moment(now + PETITION_OPEN_FOR),
    })
    .execute()
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'petition',
    actorId: caller.personId,
    extra: { petitionId: id },
  })
  if ((await viewPetition(tx, call, id)).canSign) {
    await put(tx, call, id, caller.personId, true)
    await reach(tx, call, { id, title })
  }
  return id
}

/**
 * The signature that reaches the number tells the branch that a meeting is owed. Reached once, it stays so: a name taken back
 * afterwards does not undo what was validly demanded.
 */
async function reach(tx: Tx, call: PetitionCall<unknown>, { id, title }: { id: string; title: string }) {
  const { compoundId, now } = call
  const { signatures, needed, reachedAt } = await viewPetition(tx, call, id)
  if (reachedAt !== null || signatures < needed) return
  await tx
    .updateTable('meetingPetitions')
    .set({ reachedAt: moment(now) })
    .where('compoundId', '=', compoundId)
    .where('id', '=', id)
    .execute()
  const notice = { title: `联名够了：${title}`, body: `${signatures} 人联名要求开会，请安排。` }
  await notifyRoles(tx, compoundId, [...BRANCH_ROLES, 'residents_committee'], notice, { now })
}

async function put(tx: Tx, call: PetitionCall<unknown>, id: string, personId: string, sign: boolean) {
  const { compoundId, caller, now } = call
  await sql`
    insert into petition_signatures (compound_id, petition_id, person_id, entered_by_id, at, withdrawn_at)
    values (${compoundId}, ${id}, ${personId}, ${caller.personId}, ${moment(now)}, ${sign ? null : moment(now)})
    on conflict (compound_id, petition_id, person_id) do update set withdrawn_at = excluded.withdrawn_at
  `.execute(tx)
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: sign ? 'petition_sign' : 'petition_withdraw',
    actorId: caller.personId,
    extra: { petitionId: id, byOther: personId !== caller.personId },
  })
}

async function signerOf(tx: Tx, { compoundId, caller, body }: PetitionCall<Sign>) {
  const personId = body.forId ?? caller.personId
  if (personId !== caller.personId && !may(caller.actor, 'raiseOnBehalf'))
    throw new ProblemError('not_allowed')
  // Those whom a petition is addressed to may write a name down; they may not strike one out.
  if (personId !== caller.personId && !body.sign)
    throw new RefusalError({ code: 'petition_not_yours', message: '撤回联名要本人自己来。' })
  const member = await tx
    .selectFrom('members')
    .select(['isSeated', 'roles'])
    .where('compoundId', '=', compoundId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!member) throw new RefusalError({ code: 'target_invalid', message: '没有找到这位住户，请重新选。' })
  const isResident = (member.roles as Role[]).some((role) => RESIDENT_ROLES.includes(role))
  return { personId, isMember: member.isSeated, isResident }
}

/** A signature, or taking one's own back. */
export async function signPetition(tx: Tx, call: PetitionCall<Sign>, id: string): Promise<void> {
  const { compoundId, now, body } = call
  const locked = await tx
    .selectFrom('meetingPetitions')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) throw notFound('没有找到这份联名。')
  const signer = await signerOf(tx, call)
  const petition = {
    kind: locked.kind as PetitionKind,
    closesAt: locked.closesAt,
    isMet: locked.meetingId !== null,
  }
  unwrap(checkSign(petition, signer, now))
  await put(tx, call, id, signer.personId, body.sign)
  await reach(tx, call, { id, title: locked.title })
}
