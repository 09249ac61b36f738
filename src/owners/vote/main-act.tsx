import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { go, PAGES } from '@/parts/go'
import { Button } from '@/ui'
import { nextStep } from './rights'

/** The one main button; nothing where there is nothing to do. */
export function MainAct({ vote, now }: { vote: VoteView; now: Instant }) {
  const next = nextStep(vote, now)
  if (next === null) return null
  if (next.is === 'wait') {
    return (
      <Button id="vote-go" disabled onPress={() => undefined}>
        {next.words}
      </Button>
    )
  }
  const open = () => go(PAGES.ballot(vote.id, next.keyNo))
  return next.is === 'cast' ? (
    <Button id="vote-go" onPress={open}>
      去投票
    </Button>
  ) : (
    <Button id="vote-receipt" kind="plain" onPress={open}>
      看我的回执
    </Button>
  )
}
