import { MINUTE } from '@yishiting/domain/matter/instant'
import { NEIGHBOURS, SEATED_MEMBERS } from '../compound'
import type { ItemPlan, MeetingPlan } from '../story/meeting-plan'
import type { Times } from '../story/times'

const seated = SEATED_MEMBERS.map((person) => person.key)
// Tenants among them: everybody who lives here may come.
const guests = NEIGHBOURS.filter((person, index) => index % 53 === 7 && !person.isSeated).map(
  (person) => person.key,
)

const toCome = (matter: string, code: ItemPlan['code'], motion: string, proposer: string): ItemPlan => ({
  matter,
  code,
  motion,
  proposer,
  poll: null,
  outcome: null,
  concluded: 0,
})

/** 11 days ago: four matters, three votes. 16 of 21 seated members came. */
export function springAssembly(t: Times): MeetingPlan {
  const startsAt = t.on(11, '19:00')
  return {
    key: 'spring',
    kind: 'deliberation',
    title: '车库月租、单元门、停车位、加装电梯',
    place: '社区活动室',
    online: false,
    notice: '请议事员准时到。住户都可以来听、来说，租户也算一票。不用手机的，帮办员在门口签到。',
    convener: 'secretary',
    noticedAt: t.on(16, '10:00'),
    startsAt,
    closedAt: startsAt + 118 * MINUTE,
    going: [...seated.slice(0, 17), ...guests.slice(0, 5)],
    notGoing: seated.slice(17, 19),
    present: [...seated.slice(0, 16), ...guests.slice(0, 5), 'chen'],
    helped: [seated[4], seated[9]].filter((key): key is string => key !== undefined),
    items: [
      {
        matter: 'M12',
        code: 'deliberation',
        motion: '由业委会主任代表大家，两周内和开发商、物业谈车库月租，谈不成就请发改部门来。',
        proposer: '13-6',
        poll: { opened: 20, closed: 26, agree: 19, against: 1, abstain: 2 },
        concluded: 27,
        outcome: {
          kind: 'resolved',
          assign: { lead: 'director', helpers: ['member1'], dueAt: t.ahead(3, '18:00') },
          resolution: '由业委会主任牵头，两周内和开发商、物业谈车库月租，谈的经过和数字贴出来。',
          minorityViews: '有一位认为车库是开发商的，涨多少由他定。',
        },
      },
      {
        matter: 'M47',
        code: 'deliberation',
        motion: '3 号楼 2 单元装一扇防盗门，钱由业主按户摊，租户不出钱、给钥匙；物业负责装和管。',
        proposer: 'zhang',
        poll: { opened: 48, closed: 55, agree: 17, against: 3, abstain: 2 },
        concluded: 56,
        outcome: {
          kind: 'resolved',
          assign: { lead: 'property', helpers: ['guards'], dueAt: t.ahead(2, '18:00') },
          resolution:
            '3 号楼 2 单元装防盗门。业主每户 186 元，租户不出钱、每户两把钥匙。物业工程部两周内装好。',
          minorityViews: '三位不同意：常年没人住的也要摊钱，不公平；建议用公共收益出一部分。',
        },
      },
      {
        matter: 'M40',
        code: 'deliberation',
        motion: '扩十个车位、装六个充电桩。',
        proposer: '2-1',
        poll: null,
        concluded: 80,
        outcome: {
          kind: 'referred',
          to: 'owners',
          whereTo: '业委会，列入下次业主大会',
          reason: '要占公共绿地，属于业主共同决定（民法典 278 条），转业主表决。',
          minorityViews: '',
        },
      },
      {
        matter: 'M22',
        code: 'deliberation',
        motion: '先请人测光、出方案，挨户听一楼二楼的意见，开过听证会再交单元业主表决。',
        proposer: 'chen',
        poll: { opened: 98, closed: 106, agree: 18, against: 2, abstain: 2 },
        concluded: 107,
        outcome: {
          kind: 'resolved',
          assign: null,
          resolution:
            '7 号楼 2 单元加装电梯：先请人测光、出方案，挨户听一楼二楼的意见；开过听证会，再交单元业主表决。',
          minorityViews: '两位一楼住户不同意：怕挡光，怕吵，也怕房子跌价，要求先写明怎么补偿。',
        },
      },
    ],
  }
}

/** 4 days ago: a 恳谈会 hears and explains; it decides nothing. */
export function chargingTalk(t: Times): MeetingPlan {
  const startsAt = t.on(4, '15:00')
  return {
    key: 'charging',
    kind: 'talk',
    title: '地库装充电桩，先听听大家的',
    place: '物业会议室',
    online: true,
    notice: '物业介绍打算怎么装，消防所的同志来答问题。只听意见，不表决。',
    convener: 'committee',
    noticedAt: t.on(8, '11:00'),
    startsAt,
    closedAt: startsAt + 75 * MINUTE,
    going: [...seated.slice(3, 12), ...guests.slice(2, 7)],
    notGoing: seated.slice(0, 2),
    present: [...seated.slice(3, 10), ...guests.slice(2, 7), 'fire'],
    helped: [],
    items: [
      {
        matter: 'M48',
        code: 'deliberation',
        motion: null,
        proposer: null,
        poll: null,
        outcome: null,
        concluded: 70,
      },
    ],
  }
}

/** In 4 days: the meeting that the demo looks forward to. */
export function comingAssembly(t: Times): MeetingPlan {
  return {
    key: 'coming',
    kind: 'deliberation',
    title: '充电位、外来车、院里划线收费',
    place: '社区活动室',
    online: true,
    notice: '材料贴在各楼门口，手机上也能看。来不了的可以线上参加，也可以把意见告诉帮办员。',
    convener: 'secretary',
    noticedAt: t.on(1, '10:00'),
    startsAt: t.ahead(4, '19:00'),
    closedAt: null,
    going: [...seated.filter((key) => key !== 'zhang').slice(0, 12), ...guests.slice(0, 3)],
    notGoing: seated.slice(14, 16),
    present: [],
    helped: [],
    items: [
      toCome('M39', 'deliberation', '充电位充满两小时内挪车，占着不充的贴提醒，三次的暂停一周。', 'li'),
      toCome('M45', 'deliberation', '外来车登记进院，最多停两小时；救护车、搬家车随时进。', '4-1'),
      toCome('M01', 'owners', '划线收费先停，账目公开；要不要收、收了归谁，交业主大会表决。', '9-1'),
    ],
  }
}

/** In 11 days: those in front of whose windows it would stand are heard before anything is decided. */
export function greenHearing(t: Times): MeetingPlan {
  return {
    key: 'green',
    kind: 'hearing',
    title: '充电棚要不要建在 7 号楼前',
    place: '居委会二楼',
    online: false,
    notice: '7 号楼的住户逐户请到。来不了的请把意见写下来，一样记进笔录。',
    convener: 'committee',
    noticedAt: t.on(1, '11:00'),
    startsAt: t.ahead(11, '14:00'),
    closedAt: null,
    going: ['7-1', '7-4', '7-9', '7-12', '7-21'],
    notGoing: ['7-15'],
    present: [],
    helped: [],
    items: [toCome('M37', 'owners', '充电棚改建到东侧空地，7 号楼前的绿化补种恢复。', '7-4')],
  }
}
