import { CHANNELS } from './ballot'
import type { Scope } from './roll'
import { CONFLICT_RULES, type DecisionKind, type VoteRules } from './rule-set'

/** “全小区”, “3、5 号楼”, “7 号楼 2 单元” */
export function scopeInWords(scope: Scope): string {
  if (scope.type === 'compound') return '全小区'
  const named = (building: string) => (/^\d+$/.test(building) ? `${building} 号楼` : building)
  if (scope.type === 'buildings') return scope.buildings.map(named).join('、')
  return `${named(scope.building)} ${scope.stairwell} 单元`
}

const SPECIAL = {
  unset: '车位、储藏室、地下室计不计入：还没有定',
  included: '车位、储藏室、地下室的面积计入',
  excluded: '车位、储藏室、地下室不计入，只有这些的人也不计人数',
}

/** What passes an item of this kind, as a neighbour would say it. */
export const PASSES_WHEN: Record<DecisionKind, string> = {
  ordinary: '人数和面积都要有三分之二参加；参加的人里，人数和面积都要超过一半同意，才通过。',
  special: '人数和面积都要有三分之二参加；参加的人里，人数和面积都要有四分之三同意，才通过。',
  unanimous: '有利害关系的业主要全部同意；有一户没表态，就算没同意。',
  options: '人数和面积都要有三分之二参加；每个方案要参加的人里人数和面积都超过一半同意，才通过。',
  election: '人数和面积都要有三分之二参加；每位候选人要参加的人里人数和面积都超过一半同意，才当选。',
  residents: '到会的要超过一半；到会的人超过一半同意，才通过。',
  representatives: '三分之二的代表到会；到会的超过一半同意，才通过。',
}

/** The rule set as the notice prints it, a line for each thing somebody could ask. */
export function rulesInWords(rules: VoteRules): string[] {
  return [
    `谁来投：${scopeInWords(rules.scope)}的业主，以公告时的名册为准。共有的房子合起来算一人；一人有几套也算一人，面积相加。`,
    `${SPECIAL[rules.specialSpaces]}。`,
    `怎么投：${rules.channels.map((channel) => CHANNELS[channel]).join('、')}。`,
    rules.mayChange ? '截止之前可以改，以最后一次为准。' : '投后不能改。',
    `同一户的票对不上：${CONFLICT_RULES[rules.conflicts]}。`,
    '空白算弃权；勾了两个、没有签名、选得太多的是废票。',
    rules.invalidParticipates ? '废票算参加表决。' : '废票不算参加表决。',
    rules.nonVoters === 'join_leading'
      ? '注意：送达了表决票又没有投的，计入人数和面积都领先的一方（274号文第26条，按业主自己的规则）。'
      : '没有投的，不算参加，也不算同意。',
    rules.mandatesPerProxy === 0
      ? '不能委托别人投。'
      : `可以书面委托别人投，一个人最多受 ${rules.mandatesPerProxy} 位业主委托；本人投了，以本人为准。`,
    rules.propertyStaffMayProxy ? '物业人员可以受托。' : '物业人员不能受托。',
    '投票期间卖了房：卖方在转让前投的票算数，没投的由买方投。',
    rules.ranking === 'people_then_area'
      ? '过半数的比名额多时，先比同意的人数，再比面积。'
      : '过半数的比名额多时，先比同意的面积，再比人数。',
    rules.extensionDays > 0
      ? `截止之前可以延期一次，最多 ${rules.extensionDays} 天，要写明原因。`
      : '截止时间不延长。',
    `结果在截止后 3 天内公布；公布后 ${rules.objectionDays} 天内可以提异议。`,
    `依据：${rules.legalBasis.join('；')}。`,
  ]
}
