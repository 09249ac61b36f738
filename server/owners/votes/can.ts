import type { VoteView } from '@yishiting/domain/contract/owners'
import type { VoteState } from '@yishiting/domain/owners/vote'
import { type Action, mayEver } from '@yishiting/domain/people/abilities'
import type { LoadedVote } from '../load'
import type { Asker } from './asker'

const COUNTED: readonly VoteState[] = ['closed', 'published', 'certified']

/** What this person can do about the vote now. Nobody opens or closes it; the branch has nothing here that a resident has not. */
export function canDo({ row, state }: LoadedVote, { actor, now }: Asker): VoteView['can'] {
  const may = (action: Action, ...states: VoteState[]) => states.includes(state) && mayEver(actor, action)
  const isObjectable = row.objectionsUntil !== null && now < row.objectionsUntil
  return {
    edit: may('conveneVote', 'draft'),
    notice: may('conveneVote', 'draft'),
    cancel: may('conveneVote', 'draft', 'noticed'),
    extend:
      may('conveneVote', 'noticed', 'open') && row.firstClosesAt === null && row.rules.extensionDays > 0,
    remind: may('conveneVote', 'open'),
    seeDoors: may('seeDoors', 'noticed', 'open'),
    deliver: may('seeDoors', 'noticed', 'open'),
    enterPapers: may('enterPapers', 'open', 'closed'),
    rule: may('ruleConflicts', 'closed'),
    transfer: may('keepRoll', 'noticed', 'open'),
    publish: may('publishVote', 'closed'),
    certify: may('publishVote', 'published') && !isObjectable,
    export: COUNTED.includes(state) && mayEver(actor, 'exportVote'),
    object: may('objectToVote', 'published') && isObjectable,
    answerObjection: may('conveneVote', 'published'),
  }
}

/** Before it is published the result is seen by those who convene and those who decide conflicts. */
export const maySeeResult = ({ state }: LoadedVote, { actor }: Asker): boolean =>
  state === 'published' ||
  state === 'certified' ||
  (state === 'closed' && (mayEver(actor, 'publishVote') || mayEver(actor, 'ruleConflicts')))
