import { accept, type Result, refuse } from '../matter/refusals'
import { MEETING_KINDS, type MeetingKind } from './meeting'

/** What each kind of meeting is for, in a sentence (RULES.md §2; 居委会组织法 32, 37). */
export const KIND_ADVICE: Record<MeetingKind, string> = {
  talk: '听大家说、把情况讲清楚，不作决定。',
  deliberation: '把大家的事商量成一条具体的办法，表决。',
  hearing: '有人受益也有人受损，先听各方、请受影响的住户，再决定。',
  review: '事办完了，给结果和办事的单位打分。',
}

/** What the convener answers about the matter, and whether a hearing was validly demanded. */
export interface MeetingSigns {
  fromOutside: boolean
  vitalInterests: boolean
  burdensFew: boolean
  demanded: boolean
}

const REASONS: Record<keyof MeetingSigns, string> = {
  fromOutside: '这是政府或外面单位提出的项目',
  vitalInterests: '决定之前，它关系大家的切身利益',
  burdensFew: '多数人受益，少数几户要承担',
  demanded: '够人数的居民联名要求开听证会',
}

/** When a hearing, not just an 议事会, is required (RULES.md §2). */
export function requiredKind(signs: MeetingSigns): { kind: 'deliberation' | 'hearing'; because: string[] } {
  const because = (Object.keys(REASONS) as (keyof MeetingSigns)[])
    .filter((sign) => signs[sign])
    .map((sign) => REASONS[sign])
  return { kind: because.length > 0 ? 'hearing' : 'deliberation', because }
}

/** An 议事会 does not stand for a hearing that is required; the others decide nothing of the kind. */
export function checkKind(kind: MeetingKind, signs: MeetingSigns): Result<MeetingKind> {
  const { kind: needed, because } = requiredKind(signs)
  if (kind !== 'deliberation' || needed === 'deliberation') return accept(kind)
  return refuse(
    'hearing_required',
    `${because.join('；')}，要开${MEETING_KINDS.hearing.name}，不能只开${MEETING_KINDS.deliberation.name}。`,
    { legalBasis: '居民委员会组织法第32条' },
  )
}
