import type { VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { Fragment } from 'react'
import { openRemoteFile } from '@/api/files'
import { go, PAGES } from '@/parts/go'
import { Cell, Heading, Notice, Small, Stack } from '@/ui'
import { shortDigest } from '../vote/rules-part'
import { isOver } from '../vote-words'
import { Digests } from './digests'
import { ItemResult } from './item-result'

type Result = NonNullable<VoteView['result']>

/** “多 2 户”, “少 3.50 ㎡”; nothing where there is no difference or none is known. */
function differenceWords(difference: number | string | null, unit: string): string {
  if (difference === null || Number(difference) === 0) return ''
  const words = String(difference)
  return `${words.startsWith('-') ? '少' : '多'} ${words.replace('-', '')} ${unit}`
}

/** “手机、纸质一共 30 张票” and what stands beside the figures: conflicts, and where the roll differs from the registry. */
function footLines({ ballots, conflicts, registryDifference }: Result): string[] {
  const { units, area } = registryDifference
  const differs = [differenceWords(units, '户'), differenceWords(area, '㎡')].filter(Boolean)
  return [
    `一共收到 ${ballots} 张票`,
    conflicts.ruled > 0 && `${conflicts.ruled} 张对不上的票由监票人认定了`,
    conflicts.open > 0 && `${conflicts.open} 张对不上的票没有认定`,
    differs.length > 0 && `名册比登记的总数${differs.join('、')}`,
  ].filter((line): line is string => typeof line === 'string')
}

/** The result for everybody, once it is published; before that for those who count. */
export function ResultPart({ vote, result, now }: { vote: VoteView; result: Result; now: Instant }) {
  const isPublished = vote.publishedAt !== null
  return (
    <>
      <Heading aside={isPublished ? undefined : '还没公布，别人看不到'}>结果</Heading>
      {vote.state === 'certified' && <Notice>结果已经确认，不再改动。</Notice>}
      {result.items.map((item, at) => (
        <Fragment key={item.itemId}>
          <ItemResult item={item} at={at + 1} />
          {item.options.length === 0 && (
            <Cell
              id={`calculate-${item.itemId}`}
              label="自己算一遍"
              value="每一步都列出来"
              onPress={() => go(PAGES.calculate(vote.id, item.itemId))}
            />
          )}
        </Fragment>
      ))}
      <Stack gap={1}>
        <Small center>{footLines(result).join(' · ')}</Small>
        <Small
          center
        >{`${speakTime(Date.parse(result.countedAt), now)} 计票 · 结果的指纹 ${shortDigest(result.digest)}`}</Small>
      </Stack>
      {vote.can.export && isOver(vote) && (
        <Cell
          id="result-export"
          icon="paper"
          label="自己重算"
          value="全部票据，没有姓名电话"
          onPress={() =>
            void openRemoteFile('owners.export', { voteId: vote.id }, `${vote.receipt} 全部数据.zip`)
          }
        />
      )}
      {isOver(vote) && <Digests vote={vote} />}
    </>
  )
}
