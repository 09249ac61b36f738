import type { MatterAct } from '../story/acts'
import type { MeetingPlan } from '../story/meeting-plan'
import type { Times } from '../story/times'
import { deliberatedStories } from './deliberated'
import { doingStories } from './doing'
import { chargingTalk, comingAssembly, greenHearing, springAssembly } from './meetings'
import { ratedStories } from './rated'
import { waitingStories } from './waiting'

/** All that has happened to the matters of the demo, in the order of time. */
export function historiesOf(times: Times): { acts: MatterAct[]; meetings: MeetingPlan[] } {
  const stories = [
    ...waitingStories(times),
    ...doingStories(times),
    ...ratedStories(times),
    ...deliberatedStories(times),
  ]
  const acts = stories.flatMap((story) => story.acts).sort((a, b) => a.at - b.at)
  const meetings = [springAssembly, chargingTalk, comingAssembly, greenHearing].map((plan) => plan(times))
  return { acts, meetings }
}
