import { daysBetween, speakTime } from '@yishiting/domain/matter/instant'
import { PUBLISH_WITHIN_DAYS, type VoteState } from '@yishiting/domain/owners/vote'
import type { VoteRow } from '../load'

type Times = Pick<VoteRow, 'opensAt' | 'closesAt' | 'publishedAt' | 'objectionsUntil'>

function unpublished({ closesAt }: Times, now: number): string {
  const late = daysBetween(closesAt, now) - PUBLISH_WITHIN_DAYS
  return late > 0
    ? `截止了，业委会还没公布结果，逾期 ${late} 天`
    : `截止了，${PUBLISH_WITHIN_DAYS} 天内公布结果`
}

/** Where a vote stands and what comes next, in one line: “12 月 8 日 18:00 截止 · 您还没投”. */
export function lineOf(row: Times, state: VoteState, waitsForMe: boolean, now: number): string {
  switch (state) {
    case 'draft':
      return '草稿，还没有公告'
    case 'noticed':
      return `${speakTime(row.opensAt, now)} 开始投票`
    case 'open':
      return `${speakTime(row.closesAt, now)} 截止${waitsForMe ? ' · 您还没投' : ''}`
    case 'closed':
      return unpublished(row, now)
    case 'published':
      return row.objectionsUntil !== null && now < row.objectionsUntil
        ? `结果公布了，${speakTime(row.objectionsUntil, now)} 之前可以提异议`
        : '结果公布了，异议期已过'
    case 'certified':
      return '结果已经确认'
    case 'cancelled':
      return '取消了'
  }
}
