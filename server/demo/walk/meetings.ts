import { type Instant, MINUTE } from '@yishiting/domain/matter/instant'
import type { MeetingPlan } from '../story/meeting-plan'
import type { Stage } from './stage'

export interface MeetingAct {
  kind: 'meeting'
  at: Instant
  plan: MeetingPlan
  what: 'convene' | 'open'
}
export const meetingActsOf = (plan: MeetingPlan): MeetingAct[] => [
  { kind: 'meeting', at: plan.noticedAt - MINUTE, plan, what: 'convene' },
]
export async function walkMeeting(_stage: Stage, _act: MeetingAct): Promise<void> {}
