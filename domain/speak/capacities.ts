/** In what capacity words reach the hall when somebody else types them (RULES.md §6: paper, phone and door are first-class). */
export const CHANNELS = {
  app: '本人手机',
  door: '上门',
  phone: '电话',
  paper: '纸条',
  meeting: '会上',
} as const
export type Channel = keyof typeof CHANNELS

export const CAPACITIES = {
  self: '本人',
  helper: '帮办员代记',
  family: '家人代说',
  guardian: '监护人',
} as const
export type Capacity = keyof typeof CAPACITIES
