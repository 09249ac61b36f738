import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { go, PAGES } from '@/parts/go'
import { Cell, Heading, Notice, OfflineBar, PageFrame, Small, useCare } from '@/ui'
import { Objections } from '../desk/objections'
import { Participation } from '../desk/participation'
import { Fold } from '../fold'
import { ResultPart } from '../result/result-part'
import { Head } from './head'
import { ItemCard } from './item-card'
import { MainAct } from './main-act'
import { ObjectForm } from './object-form'
import { OtherWays } from './other-ways'
import { Paragraphs } from './paragraphs'
import { ReceiptLookUp } from './receipt-look-up'
import { nextStep } from './rights'
import { RightsPart } from './rights-part'
import { RulesPart } from './rules-part'

/** Whoever has anything to do for this vote finds his desk from here. */
const hasDuty = ({ object: _, export: __, ...can }: VoteView['can']): boolean =>
  Object.values(can).some(Boolean)

/** 业主表决: what is asked, where it stands, the one thing to do; once published, what came of it and why. */
export function VotePage({ vote, now }: { vote: VoteView; now: Instant }) {
  const { care } = useCare()
  const { result, items, objectionsUntil } = vote
  const until = objectionsUntil === null ? null : Date.parse(objectionsUntil)
  return (
    <PageFrame
      title="业主表决"
      banner={<OfflineBar />}
      actions={nextStep(vote, now) && <MainAct vote={vote} now={now} />}
    >
      <Head vote={vote} now={now} />
      {vote.rights.length === 0 && vote.noRightReason && (
        <Notice title="您在这次表决里没有票">{vote.noRightReason}</Notice>
      )}
      {care && <OtherWays vote={vote} />}
      {result ? (
        <ResultPart vote={vote} result={result} now={now} />
      ) : (
        <Participation participation={vote.participation} />
      )}
      {vote.can.object && until !== null && (
        <ObjectForm key={vote.objections.length} vote={vote} until={until} now={now} />
      )}
      <Objections vote={vote} now={now} />
      <Heading aside={`${items.length} 项`}>表决什么</Heading>
      {vote.why && (
        <Fold id="why" title="为什么要表决" open={vote.why.length < 120}>
          <Paragraphs text={vote.why} />
        </Fold>
      )}
      {items.map((item, at) => (
        <ItemCard key={item.id} item={item} at={at + 1} />
      ))}
      {vote.rulesInWords.length > 0 && <RulesPart vote={vote} />}
      {!care && <OtherWays vote={vote} />}
      <RightsPart vote={vote} now={now} />
      {vote.state !== 'draft' && vote.state !== 'noticed' && vote.state !== 'cancelled' && (
        <ReceiptLookUp voteId={vote.id} now={now} />
      )}
      {vote.matterId && (
        <Cell
          id="open-matter"
          label="从哪件事来的"
          onPress={() => vote.matterId && go(PAGES.matter(vote.matterId))}
        />
      )}
      {hasDuty(vote.can) && (
        <Cell
          id="vote-desk"
          label="表决工作台"
          value="我的职责"
          onPress={() => go(PAGES.voteDesk(vote.id))}
        />
      )}
      <Small center>支部、物业、邻居都看不到您怎么投</Small>
    </PageFrame>
  )
}
