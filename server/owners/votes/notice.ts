import { speakTime } from '@yishiting/domain/matter/instant'
import { RESIDENT_ROLES } from '@yishiting/domain/people/roles'
import { windClock } from '../../platform/clock/clocks'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { digestOf } from '../../platform/journal/digest'
import { notifyRoles } from '../../platform/notices/notify'
import { currentVersion, unitsOfVersion } from '../roll/load'
import { holdRoll } from '../roll/lock'
import { changeVote } from './change'
import { insertKeys, insertVoters, keysFor } from './keys'
import { lockVote, requireState, type VoteCall } from './lock'
import { problemsOf } from './problems'

/**
 * 公告: from here on the roll, the rules and the items stay as they are, each by its digest; the keys that count are numbered, who
 * may cast is written down, the clocks that open and close are wound, and 居委会 is told (RULES.md §3, §4). One of two members who
 * press at once announces; the other is told so.
 */
export async function announce(tx: Tx, call: VoteCall): Promise<void> {
  // No claim or correction may fall between what is frozen and who is linked to it.
  await holdRoll(tx, call.compoundId)
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['draft'], '这次表决已经公告过了。')
  const [first] = await problemsOf(tx, vote, call.now)
  if (first) {
    const code = first.field === 'roll' ? 'roll_missing' : 'draft_incomplete'
    throw new RefusalError({ code, message: first.message, details: { field: first.field } })
  }
  const { row, items } = vote
  const rollVersion = (await currentVersion(tx, call.compoundId)) as number
  const keys = keysFor(await unitsOfVersion(tx, call.compoundId, rollVersion), row)
  if (keys.length === 0) {
    throw new RefusalError({ code: 'roll_flawed', message: '这个范围里没有一户能投票，请看看名册和范围。' })
  }
  const { digest: rollDigest } = await tx
    .selectFrom('rollVersions')
    .select('digest')
    .where('compoundId', '=', call.compoundId)
    .where('version', '=', rollVersion)
    .executeTakeFirstOrThrow()
  const frozenItems = items.map(({ id, title, body, kind, lawItem, options, seats }) => ({
    id,
    title,
    body,
    kind,
    lawItem,
    options,
    seats,
  }))
  const rulesDigest = digestOf({
    rules: row.rules,
    items: frozenItems,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
  })
  await insertKeys(tx, row, keys)
  await insertVoters(tx, row, call.now)
  const subject = { compoundId: call.compoundId, voteId: row.id }
  await windClock(tx, 'vote_open', subject, row.opensAt)
  await windClock(tx, 'vote_close', subject, row.closesAt)
  await changeVote(
    tx,
    call,
    row,
    'vote_notice',
    { state: 'noticed', noticedAt: moment(call.now), rollVersion, rollDigest, rulesDigest },
    {
      toState: 'noticed',
      extra: { keys: keys.length, rollVersion, rulesDigest: rulesDigest.toString('hex') },
    },
  )
  const body = `${speakTime(row.opensAt, call.now)} 开始投票，${speakTime(row.closesAt, call.now)} 截止。请先看看名册里有没有您。`
  const about = { title: `业主表决公告：${row.title}`, body, voteId: row.id }
  const context = { now: call.now, except: call.caller.personId }
  await notifyRoles(tx, call.compoundId, RESIDENT_ROLES, about, context)
  await notifyRoles(
    tx,
    call.compoundId,
    ['residents_committee'],
    { ...about, title: `告知居委会：${row.title}`, body: `业委会发了业主表决公告。${body}` },
    context,
  )
}
