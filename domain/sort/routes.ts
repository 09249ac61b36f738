import type { RouteState } from '../matter/states'

/** Who can settle a matter (RULES.md §1). R1–R9 in this order. */
export const ROUTE_CODES = [
  'mediation',
  'property',
  'deliberation',
  'owners',
  'residents',
  'whistle',
  'utility',
  'emergency',
  'elsewhere',
] as const
export type RouteCode = (typeof ROUTE_CODES)[number]

interface RouteFacts {
  /** R1 … R9 */
  sign: string
  name: string
  /** For the sorter: when to choose it. */
  hint: string
  /** The state it takes when sorted. `assigned` needs a lead and a due date at once. */
  begins: RouteState
}

export const ROUTES: Record<RouteCode, RouteFacts> = {
  mediation: { sign: 'R1', name: '私事调解', hint: '两家之间的事，找人说和，不公开', begins: 'assigned' },
  property: { sign: 'R2', name: '物业服务', hint: '物业合同里该做的，直接派给物业', begins: 'assigned' },
  deliberation: {
    sign: 'R3',
    name: '小区共事',
    hint: '要大家商量：恳谈会、议事会、听证会',
    begins: 'sorted',
  },
  owners: { sign: 'R4', name: '业主共同决定', hint: '民法典 278 条的事，要业主表决', begins: 'sorted' },
  residents: { sign: 'R5', name: '社区居民会议', hint: '社区层面的事，居民会议定', begins: 'sorted' },
  whistle: { sign: 'R6', name: '吹哨报到', hint: '要执法或部门来办，须写明三种理由之一', begins: 'assigned' },
  utility: { sign: 'R7', name: '水电气热通信', hint: '公用企业的事', begins: 'assigned' },
  emergency: { sign: 'R8', name: '应急', hint: '先办后记', begins: 'assigned' },
  elsewhere: { sign: 'R9', name: '不在此处', hint: '法院、登记、信访等，须写明去哪里', begins: 'referred' },
}

/** 吹哨: exactly three grounds (RULES.md §1, R6). */
export const WHISTLE_GROUNDS = {
  enforcement: '综合执法',
  priority: '重点工作',
  emergency: '应急处置',
} as const
export type WhistleGround = keyof typeof WHISTLE_GROUNDS
