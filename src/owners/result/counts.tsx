import type { FigureView, ItemResultView } from '@yishiting/domain/contract/owners'
import { THRESHOLDS } from '@yishiting/domain/owners/thresholds'
import { ResultBars, Small, Stack } from '@/ui'
import { areaToDraw, figureWords, formatArea } from '../words'

const isSomebody = ({ people, area }: FigureView): boolean =>
  (people !== null && people > 0) || areaToDraw(area) > 0

/** What people chose, in people and in ㎡, in one neutral colour. */
export function Counts({ item }: { item: ItemResultView }) {
  const { agree, against, abstain, invalid, deliveredNotVoted, kind } = item
  const rows = [
    { label: '同意', figure: agree },
    { label: '不同意', figure: against },
    { label: '弃权', figure: abstain },
  ]
  return (
    <Stack gap={2}>
      <Small strong>按人数</Small>
      <ResultBars unit="人" rows={rows.map(({ label, figure }) => ({ label, count: figure.people ?? 0 }))} />
      {THRESHOLDS[kind].countsArea && (
        <>
          <Small strong>按面积</Small>
          <ResultBars
            unit="㎡"
            rows={rows.map(({ label, figure }) => ({ label, count: areaToDraw(figure.area) }))}
            show={formatArea}
          />
        </>
      )}
      {isSomebody(invalid) && <Small>{`废票 ${figureWords(invalid)}`}</Small>}
      {isSomebody(deliveredNotVoted) && <Small>{`送达了没有投的 ${figureWords(deliveredNotVoted)}`}</Small>}
    </Stack>
  )
}
