import type { Answer } from '@yishiting/domain/deliberate/opinion/votes'

/** One short statement before the coming 议事会, and how two camps lean on it: 1 agree, −1 disagree, 0 either way. */
export interface StatementPlan {
  by: string
  text: string
  /** Who rides and has no place to charge; who lives low, is old, or was woken at night. */
  riders: Answer
  quiet: Answer
}

export const STATEMENTS: readonly StatementPlan[] = [
  { by: '4-1', text: '楼道里、家里不能再给电动车充电，这条谁都要守。', riders: 1, quiet: 1 },
  { by: '6-2', text: '救护车、消防车的路，任何时候都不能停车。', riders: 1, quiet: 1 },
  { by: '9-1', text: '收费以前，先把去年的账贴出来。', riders: 1, quiet: 1 },
  { by: 'li', text: '充电位太少了，东侧车棚再加二十个。', riders: 1, quiet: -1 },
  { by: '10-3', text: '租户也要能固定租到一个充电位。', riders: 1, quiet: 0 },
  { by: '3-5', text: '充电的地方离窗户至少十五米。', riders: -1, quiet: 1 },
  { by: '6-4', text: '夜里十点以后，充电棚要关大灯、不吵人。', riders: -1, quiet: 1 },
  { by: '2-3', text: '充满了占着不走，停用一周。', riders: -1, quiet: 1 },
  { by: '11-2', text: '亲戚朋友来了，停两个小时不该收钱。', riders: 1, quiet: -1 },
  { by: '8-2', text: '外来车晚上八点以后一律不进院。', riders: -1, quiet: 1 },
  { by: '12-4', text: '划线停车可以收费，钱进大家的账。', riders: 0, quiet: 1 },
]

/** So many neighbours of each camp have answered; the rest of the compound has not yet. */
export const ANSWERING = { riders: 24, quiet: 17 }
