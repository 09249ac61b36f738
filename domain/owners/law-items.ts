import type { DecisionKind } from './rule-set'

/** 民法典 278: the nine matters that owners decide together, in the words of the law. */
export const LAW_ITEMS = {
  1: '制定和修改业主大会议事规则',
  2: '制定和修改管理规约',
  3: '选举业主委员会或者更换业主委员会成员',
  4: '选聘和解聘物业服务企业或者其他管理人',
  5: '使用建筑物及其附属设施的维修资金',
  6: '筹集建筑物及其附属设施的维修资金',
  7: '改建、重建建筑物及其附属设施',
  8: '改变共有部分的用途或者利用共有部分从事经营活动',
  9: '有关共有和共同管理权利的其他重大事项',
} as const
export type LawItem = keyof typeof LAW_ITEMS

/** Items 6 to 8 need three quarters of those taking part; all others more than half. */
const SPECIAL: readonly LawItem[] = [6, 7, 8]

/** Which of the two majorities of 民法典 278 an item of its list needs: nobody chooses that. */
export const kindOfLawItem = (item: LawItem): Extract<DecisionKind, 'ordinary' | 'special'> =>
  SPECIAL.includes(item) ? 'special' : 'ordinary'
