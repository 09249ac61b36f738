import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import { draftMinutes, publishMinutes, showMinutes, signMinutes } from '../../deliberate/minutes/acts'
import type { MeetingPlan } from '../story/meeting-plan'
import { meetingId } from '../story/names'
import type { HallAct } from './hall-act'
import { callBy, type Stage } from './stage'

/** Of a 议事会: drafted the same night, shown to those who were there for three days, signed, published. */
export function minutesActs(plan: MeetingPlan): HallAct[] {
  const { closedAt, kind } = plan
  if (closedAt === null || kind !== 'deliberation') return []
  const call = (by: string, at: number) => ({
    ...callBy(by, at),
    params: { meetingId: meetingId(plan.key) },
    body: {},
  })
  const act = (
    after: number,
    name: string,
    run: (stage: Stage, at: number) => Promise<unknown>,
  ): HallAct => ({
    kind: 'hall',
    at: closedAt + after,
    name: `minutes of ${plan.key}: ${name}`,
    run,
  })
  const representative = plan.present[0] ?? plan.convener
  return [
    act(HOUR, 'draft', ({ tx, platform }, at) => draftMinutes(tx, platform, call(plan.convener, at))),
    act(2 * HOUR, 'show', ({ tx }, at) => showMinutes(tx, call(plan.convener, at))),
    ...[plan.convener, representative].map((by, index) =>
      act(3 * DAY + (4 + index) * HOUR, `signed by ${by}`, ({ tx }, at) => signMinutes(tx, call(by, at))),
    ),
    act(4 * DAY, 'publish', ({ tx }, at) => publishMinutes(tx, call(plan.convener, at))),
  ]
}
