import { speakTime } from '@yishiting/domain/matter/instant'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { changeVote } from './change'
import { resultOf } from './count'
import { lockVote, requireState, type VoteCall } from './lock'

async function unanswered(tx: Tx, compoundId: string, voteId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('ownerVoteObjections')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** After the objection period, every objection answered, every item certain. */
export async function certifyVote(tx: Tx, call: VoteCall): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['published'], '要先公布结果，才能确认。')
  const { row } = vote
  if (row.objectionsUntil !== null && call.now < row.objectionsUntil) {
    const message = `异议期到 ${speakTime(row.objectionsUntil, call.now)}，还不能确认。`
    throw new RefusalError({ code: 'objections_running', message })
  }
  const open = await unanswered(tx, call.compoundId, row.id)
  if (open > 0) {
    throw new RefusalError({
      code: 'objections_open',
      message: `还有 ${open} 条异议没有答复，答复了才能确认。`,
    })
  }
  const result = await resultOf(tx, call.compoundId, row.id)
  if (result?.items.some(({ verdict }) => verdict === 'CANNOT_CERTIFY')) {
    const message = '有的事项还不能认定（缺数字，或有对不上的票），不能确认。'
    throw new RefusalError({ code: 'conflicts_open', message })
  }
  const set = { state: 'certified', certifiedAt: moment(call.now) }
  await changeVote(tx, call, row, 'vote_certify', set, { toState: 'certified' })
}
