import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { useDraftVote, useEditDraft, useNoticeVote } from '@/api/owners-desk'
import { toast } from '@/ui'
import { type Draft, draftBody, whyNotSave } from './draft'

/** The draft on the server: saved at any time, and its page with what the server says of it. */
export function useSavedDraft(first: VoteView | null) {
  const [saved, setSaved] = useState(first)
  const [written, setWritten] = useState<string | null>(null)
  const [create, edit, announce] = [useDraftVote(), useEditDraft(), useNoticeVote()]

  /** Its page as saved, or null when it could not be: the reason has been said, or is in `problem`. */
  const save = async (draft: Draft, now: Instant): Promise<VoteView | null> => {
    const why = whyNotSave(draft)
    if (why) {
      toast(why, 'late')
      return null
    }
    const body = draftBody(draft, now)
    const words = JSON.stringify(body)
    if (saved && words === written) return saved
    const answer = saved
      ? await edit.send({ params: { voteId: saved.id }, body, ifMatch: saved.version })
      : await create.send({ body })
    if (answer) {
      setSaved(answer)
      setWritten(words)
    }
    return answer
  }
  const notice = (vote: VoteView) => announce.send({ params: { voteId: vote.id }, ifMatch: vote.version })

  return {
    saved,
    save,
    notice,
    saveProblem: (saved ? edit.problem : create.problem)?.message ?? null,
    noticeProblem: announce.problem?.message ?? null,
  }
}
