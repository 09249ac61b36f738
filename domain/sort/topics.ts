/** What a matter is about: the Shanghai hotline's fourteen (RULES.md §1). The code is stable, the name is shown. */
export const TOPICS = {
  parking: '停车管理',
  repair: '房屋维修',
  neighbours: '邻里纠纷',
  misuse: '房屋违规使用',
  owners_meeting: '业主大会/业委会',
  fire: '消防管理',
  group_rental: '群租管理',
  security: '物业安保',
  renewal: '旧住房改造',
  cleaning: '清洁卫生',
  fees: '物业收费',
  attitude: '物业服务态度',
  trading: '房屋交易纠纷',
  other: '其他',
} as const
export type Topic = keyof typeof TOPICS
export const TOPIC_CODES = Object.keys(TOPICS) as [Topic, ...Topic[]]
