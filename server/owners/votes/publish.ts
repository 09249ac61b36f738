import { DAY, speakTime } from '@yishiting/domain/matter/instant'
import { RESIDENT_ROLES } from '@yishiting/domain/people/roles'
import { moment, type Tx } from '../../platform/database/database'
import { notifyRoles } from '../../platform/notices/notify'
import { changeVote } from './change'
import { closeVote } from './clocks'
import { recountVote, resultOf } from './count'
import { lockVote, requireState, type VoteCall } from './lock'

/** The committee publishes what was counted (RULES.md §4: within 3 days); from here on nothing about it changes. */
export async function publishVote(tx: Tx, call: VoteCall): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['closed'], '还没有截止，或者已经公布过了。')
  const { row } = vote
  if (row.state === 'closed') await recountVote(tx, vote, call.now)
  else await closeVote(tx, vote, call.now)
  const objectionsUntil = call.now + row.rules.objectionDays * DAY
  const result = await resultOf(tx, call.compoundId, row.id)
  await changeVote(
    tx,
    call,
    { id: row.id, state: 'closed' },
    'vote_publish',
    {
      state: 'published',
      publishedAt: moment(call.now),
      objectionsUntil: moment(objectionsUntil),
    },
    { toState: 'published', extra: { digest: result?.digest ?? null } },
  )
  const words = result?.items.map((item) => `${item.title}：${item.words}`).join(' ') ?? ''
  const notice = {
    title: `表决结果：${row.title}`,
    body: `${words}${speakTime(objectionsUntil, call.now)} 之前可以提异议。`,
    voteId: row.id,
  }
  await notifyRoles(tx, call.compoundId, [...RESIDENT_ROLES, 'residents_committee'], notice, {
    now: call.now,
  })
}
