import type { VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { useConflicts, useRule } from '@/api/owners-desk'
import { go, leave, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { EmptyState, Heading, OfflineBar, PageFrame, toast } from '@/ui'
import { isOver } from '../vote-words'
import { WideGrid } from '../wide-grid'
import { ConflictCard } from './conflict-card'
import { RuleForm } from './rule-form'

interface ConflictsPageProps {
  vote: VoteView
  now: Instant
  /** The one being ruled: its key and item. */
  chosen: { keyNo: number; itemId: string } | null
}

/** 对不上的票: after close, ballots of one owner that say different things, until the scrutineers have decided each. */
export function ConflictsPage({ vote, now, chosen }: ConflictsPageProps) {
  const over = isOver(vote)
  const conflicts = useConflicts(vote.id, over)
  const rule = useRule()
  const back = () => leave(PAGES.conflicts(vote.id))
  if (!over) {
    return (
      <PageFrame title="对不上的票" banner={<OfflineBar />}>
        <EmptyState
          title="截止以后才看得到"
          text={`投票期间，谁也看不到任何人怎么投。${speakTime(Date.parse(vote.closesAt), now)} 截止后再来。`}
          action={{ text: '回工作台', onPress: () => leave(PAGES.voteDesk(vote.id)) }}
        />
      </PageFrame>
    )
  }
  const optionsOf = (itemId: string) => vote.items.find((item) => item.id === itemId)?.options ?? []
  return (
    <Loaded title="对不上的票" query={conflicts}>
      {({ conflicts: all }) => {
        const one = all.find((each) => each.keyNo === chosen?.keyNo && each.itemId === chosen.itemId)
        if (one && vote.can.rule) {
          return (
            <RuleForm
              conflict={one}
              options={optionsOf(one.itemId)}
              now={now}
              problem={rule.problem?.message ?? null}
              send={async (body) => {
                if (!(await rule.send({ params: { voteId: vote.id }, body }))) return
                toast('认定了', 'ok')
                back()
              }}
            />
          )
        }
        const open = all.filter((each) => each.ruling === null)
        return (
          <PageFrame title="对不上的票" wide banner={<OfflineBar />}>
            {all.length === 0 ? (
              <EmptyState
                title="没有对不上的票"
                text="每一户的意思都清楚。"
                action={{ text: '回工作台', onPress: () => leave(PAGES.voteDesk(vote.id)) }}
              />
            ) : (
              <>
                <Heading aside={`共 ${all.length} 张`}>
                  {open.length > 0 ? `${open.length} 张等认定` : '都认定了 ✓'}
                </Heading>
                <WideGrid>
                  {[...open, ...all.filter((each) => each.ruling !== null)].map((conflict) => (
                    <ConflictCard
                      key={`${conflict.keyNo} ${conflict.itemId}`}
                      conflict={conflict}
                      options={optionsOf(conflict.itemId)}
                      onRule={
                        vote.can.rule
                          ? () => go(PAGES.conflicts(vote.id, conflict.keyNo, conflict.itemId))
                          : undefined
                      }
                    />
                  ))}
                </WideGrid>
              </>
            )}
          </PageFrame>
        )
      }}
    </Loaded>
  )
}
