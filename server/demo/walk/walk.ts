import { carryOut } from '../../platform/matters/carry-out'
import { photoIdsOf } from '../pictures/photos'
import type { MatterAct } from '../story/acts'
import type { MeetingPlan } from '../story/meeting-plan'
import { matterId } from '../story/names'
import { walkRate, walkSettle } from './answers'
import { PastClocks } from './clocks'
import type { HallAct } from './hall-act'
import { meetingActsOf } from './meetings'
import { walkRaise } from './raise'
import { callBy, type Stage } from './stage'
import { Voices, walkComment } from './voices'

async function take(stage: Stage, act: MatterAct | HallAct, voices: Voices): Promise<void> {
  const { tx, platform } = stage
  switch (act.kind) {
    case 'raise':
      return walkRaise(stage, act)
    case 'decide':
      if (act.intent.type === 'merge') await voices.flush()
      await carryOut(tx, platform, callBy(act.by, act.at), matterId(act.matter), act.intent, photoIdsOf(act))
      if (act.intent.type === 'merge') await voices.bringAlong(act.matter, act.intent.intoId)
      return
    case 'rate':
      return walkRate(stage, act)
    case 'settle':
      return walkSettle(stage, act)
    case 'support':
    case 'follow':
      return voices.add(act)
    case 'comment':
      return walkComment(tx, act)
    case 'hall':
      await voices.flush()
      await act.run(stage, act.at)
      return
  }
}

function nameOf(act: MatterAct | HallAct): string {
  if (act.kind === 'hall') return act.name
  return `${act.matter}: ${act.kind === 'decide' ? `${act.intent.type} by ${act.by}` : act.kind}`
}

/**
 * Walks all that has happened through the real rules and the real platform, in the order of time, so that journal, timeline,
 * messages and clocks are what they would have been. @throws when a script asks for what the rules refuse, as the error's cause
 */
export async function walk(
  stage: Stage,
  acts: readonly MatterAct[],
  meetings: readonly MeetingPlan[],
  hall: readonly HallAct[] = [],
): Promise<void> {
  const voices = new Voices(stage.tx)
  const clocks = new PastClocks(stage)
  const all = [...hall, ...meetings.flatMap(meetingActsOf), ...acts].sort((a, b) => a.at - b.at)
  for (const act of all) {
    if (act.kind === 'support' || act.kind === 'follow') {
      voices.add(act)
      continue
    }
    await clocks.fireUntil(act.at, () => voices.flush())
    await take(stage, act, voices).catch((error: unknown) => {
      throw new Error(`the script of the demo is wrong at ${nameOf(act)}`, { cause: error })
    })
  }
  await clocks.fireUntil(stage.platform.clock.now(), () => voices.flush())
  await voices.count()
}
