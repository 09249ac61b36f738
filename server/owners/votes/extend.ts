import { DAY, speakTime } from '@yishiting/domain/matter/instant'
import { RESIDENT_ROLES } from '@yishiting/domain/people/roles'
import { windClock } from '../../platform/clock/clocks'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { notifyRoles } from '../../platform/notices/notify'
import { changeVote } from './change'
import { lockVote, type ReasonCall, requireState } from './lock'

/** Once, before close, by the days that the notice announced (RULES.md §4.14). */
export async function extendVote(tx: Tx, call: ReasonCall): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['noticed', 'open'], '已经截止了，不能延期。')
  const { row } = vote
  if (row.firstClosesAt !== null) {
    throw new RefusalError({ code: 'extension_used', message: '已经延期过一次，不能再延。' })
  }
  if (row.rules.extensionDays === 0) {
    throw new RefusalError({ code: 'extension_not_announced', message: '公告里没有说可以延期，不能延。' })
  }
  const closesAt = row.closesAt + row.rules.extensionDays * DAY
  const { reason } = call.body
  await changeVote(
    tx,
    call,
    row,
    'vote_extend',
    { closesAt: moment(closesAt), firstClosesAt: moment(row.closesAt), extensionReason: reason },
    { reason, extra: { from: row.closesAt, to: closesAt } },
  )
  await windClock(tx, 'vote_close', { compoundId: call.compoundId, voteId: row.id }, closesAt)
  const body = `改到 ${speakTime(closesAt, call.now)} 截止。原因：${reason}`
  await notifyRoles(
    tx,
    call.compoundId,
    RESIDENT_ROLES,
    { title: `投票延期：${row.title}`, body, voteId: row.id },
    {
      now: call.now,
      except: call.caller.personId,
    },
  )
}
