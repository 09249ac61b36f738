import { kindOfLawItem, LAW_ITEMS, type LawItem } from '@yishiting/domain/owners/law-items'
import type { DecisionKind } from '@yishiting/domain/owners/rule-set'

/** What an item is about: one of the nine of 民法典 278, or a home turned into a shop (279). */
export type Topic = LawItem | 279

const EXAMPLES: Record<LawItem, string> = {
  1: '大会怎么开、怎么表决',
  2: '小区里大家要守的约定',
  3: '选业委会委员、换人',
  4: '请哪家物业、不再请哪家',
  5: '动用维修资金修屋面、电梯',
  6: '每户再交多少维修资金',
  7: '加装电梯、改造大门、重建',
  8: '绿地改车位、电梯里放广告',
  9: '公共收益怎么用、停车怎么收费',
}

/** Every topic to choose from, with the majority it needs: nobody has to know that. */
export const TOPIC_OPTIONS = [
  ...(Object.keys(LAW_ITEMS) as unknown as LawItem[]).map((key) => {
    const item = Number(key) as LawItem
    const majority = kindOfLawItem(item) === 'special' ? '要四分之三同意' : '过半数同意'
    return {
      value: String(item),
      label: `${item}. ${LAW_ITEMS[item]}`,
      sub: `例如${EXAMPLES[item]} · ${majority}`,
    }
  }),
  {
    value: '279',
    label: '住宅改成商铺（民法典 279 条）',
    sub: '有利害关系的业主，一户不差都同意',
  },
]

/** How several choices may be put to the vote under this topic; null: only yes or no. */
export function severalOf(topic: Topic): 'options' | 'election' | null {
  if (topic === 279 || kindOfLawItem(topic) === 'special') return null
  return topic === 3 ? 'election' : 'options'
}

/** The kind that follows from the topic. @param several whether options or candidates are put to the vote */
export function kindOf(topic: Topic, several: boolean): DecisionKind {
  if (topic === 279) return 'unanimous'
  return (several && severalOf(topic)) || kindOfLawItem(topic)
}
