import { z } from 'zod'
import { ROLE_CODES } from '../people/roles'
import { TOPIC_CODES } from '../sort/topics'
import { meetingCard } from './deliberate/meeting'
import { operation } from './operation'
import * as wire from './shared'
import { matterCard } from './speak'

const role = z.enum(ROLE_CODES)

export const hallActions = z.object({
  raise: z.boolean(),
  raiseOnBehalf: z.boolean(),
  seeQueue: z.boolean(),
  seeTasks: z.boolean(),
  convene: z.boolean(),
  support: z.boolean(),
  vote: z.boolean(),
  keepRoll: z.boolean(),
  conveneVote: z.boolean(),
  seeDoors: z.boolean(),
  enterPapers: z.boolean(),
  ruleConflicts: z.boolean(),
})

const meView = z.object({
  id: wire.id,
  name: z.string(),
  care: z.boolean(),
  /** true only in demo mode: the persona switcher and the movable clock exist */
  demo: z.boolean(),
  now: wire.instant,
  compounds: z.array(
    z.object({
      id: wire.id,
      name: z.string(),
      /** How neighbours see me: “3 号楼居民” */
      label: z.string(),
      home: z.string().nullable(),
      roles: z.array(role),
      unread: z.int(),
      can: hallActions,
    }),
  ),
})
export type MeView = z.infer<typeof meView>

const notice = z.object({
  id: wire.id,
  at: wire.instant,
  title: z.string(),
  text: z.string(),
  matterId: wire.id.nullable(),
  meetingId: wire.id.nullable(),
  voteId: wire.id.nullable(),
  read: z.boolean(),
})
export type NoticeView = z.infer<typeof notice>

export const people = {
  me: operation({
    id: 'people.me',
    summary: '我是谁、在哪些小区、能做什么',
    ability: 'session',
    response: meView,
  }),
  preferences: operation({
    id: 'people.preferences',
    summary: '长辈版等偏好',
    ability: 'session',
    body: z.object({ care: z.boolean() }),
    response: meView,
  }),
  signOut: operation({ id: 'people.signOut', summary: '退出登录', ability: 'session', response: wire.ok }),
  compound: operation({
    id: 'people.compound',
    summary: '小区：楼栋、类别、电话',
    ability: 'enter',
    params: wire.compoundParams,
    response: z.object({
      id: wire.id,
      name: z.string(),
      branchPhone: z.string().nullable(),
      propertyPhone: z.string().nullable(),
      households: z.int(),
      buildings: z.array(z.object({ id: wire.id, name: z.string() })),
      topics: z.array(z.object({ code: z.enum(TOPIC_CODES), name: z.string() })),
      emergency: z.array(z.object({ name: z.string(), number: z.string() })),
    }),
  }),
  leads: operation({
    id: 'people.leads',
    summary: '可以当责任人、帮手、查验人的人',
    ability: 'seePeople',
    params: wire.compoundParams,
    response: z.object({
      leads: z.array(
        z.object({
          id: wire.id,
          label: z.string(),
          name: z.string(),
          roles: z.array(role),
          openTasks: z.int(),
        }),
      ),
    }),
  }),
  residents: operation({
    id: 'people.residents',
    summary: '代记时找住户：按姓名或房号',
    ability: 'raiseOnBehalf',
    params: wire.compoundParams,
    body: z.object({ q: z.string().min(1, { error: '请写姓名或房号。' }).max(20) }),
    response: z.object({ residents: z.array(z.object({ id: wire.id, name: z.string(), room: z.string() })) }),
  }),
  inbox: operation({
    id: 'people.inbox',
    summary: '消息，新的在前',
    ability: 'enter',
    params: wire.compoundParams,
    query: wire.paging,
    response: z.object({ notices: z.array(notice), unread: z.int(), next: z.string().nullable() }),
  }),
  readInbox: operation({
    id: 'people.readInbox',
    summary: '标为已读：给出编号，或全部',
    ability: 'enter',
    params: wire.compoundParams,
    body: z.object({ ids: wire.few(wire.id, '消息', 100).optional() }),
    response: z.object({ unread: z.int() }),
  }),
  home: operation({
    id: 'people.home',
    summary: '首页一次取齐：等我办、身边的事、要开的会',
    ability: 'enter',
    params: wire.compoundParams,
    response: z.object({
      unread: z.int(),
      /** 等我办: at most 5, most pressing first. `kind` says which page opens. */
      waiting: z.array(
        z.object({
          kind: z.enum([
            'rate',
            'task',
            'check',
            'sort',
            'review',
            'vote',
            'ownersVote',
            'meeting',
            'returned',
          ]),
          title: z.string(),
          text: z.string(),
          action: z.string(),
          matterId: wire.id.nullable(),
          routeId: wire.id.nullable(),
          meetingId: wire.id.nullable(),
          voteId: wire.id.nullable(),
          overdueText: z.string(),
        }),
      ),
      nearby: z.array(matterCard),
      openCount: z.int(),
      meetings: z.array(meetingCard),
    }),
  }),
}
export type HomeView = z.infer<(typeof people.home)['response']>
export type WaitingView = HomeView['waiting'][number]
export type CompoundView = z.infer<(typeof people.compound)['response']>
