import { RESIDENT_ROLES } from '@yishiting/domain/people/roles'
import { stopClock } from '../../platform/clock/clocks'
import { moment, type Tx } from '../../platform/database/database'
import { notifyRoles } from '../../platform/notices/notify'
import { changeVote } from './change'
import { lockVote, type ReasonCall, requireState } from './lock'

/** Before voting begins, with a reason that everybody reads; afterwards a vote runs to its end. */
export async function cancelVote(tx: Tx, call: ReasonCall): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['draft', 'noticed'], '已经开始投票了，不能取消。')
  const { row, state } = vote
  const { reason } = call.body
  const set = { state: 'cancelled', cancelledAt: moment(call.now), cancelReason: reason }
  await changeVote(tx, call, row, 'vote_cancel', set, { reason, toState: 'cancelled' })
  const subject = { compoundId: call.compoundId, voteId: row.id }
  await stopClock(tx, 'vote_open', subject)
  await stopClock(tx, 'vote_close', subject)
  if (state === 'draft') return
  const notice = { title: `业主表决取消了：${row.title}`, body: `原因：${reason}`, voteId: row.id }
  await notifyRoles(tx, call.compoundId, [...RESIDENT_ROLES, 'residents_committee'], notice, {
    now: call.now,
    except: call.caller.personId,
  })
}
