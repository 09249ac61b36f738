import { DAY } from '@yishiting/domain/matter/instant'
import { demoId } from '../ids'
import type { Times } from '../story/times'
import type { VotePlan } from './vote-plan'

export const voteId = (key: string): string => demoId(`vote:${key}`)

const item = (
  title: string,
  body: string,
  lawItem: number,
  more: Partial<VotePlan['draft']['items'][number]> = {},
): VotePlan['draft']['items'][number] => ({
  title,
  body,
  kind: lawItem >= 6 && lawItem <= 8 ? 'special' : 'ordinary',
  lawItem,
  options: [],
  seats: 1,
  ...more,
})

/** Held in the summer and certified. */
const gate = ({ on }: Times): VotePlan => ({
  key: 'gate',
  draft: {
    title: '东门道闸和电动车规矩',
    why: '东门道闸坏了两年，外来车随便进。电动车停放的规矩议事会议过两次，请大家定。',
    items: [
      item(
        '用公共收益更换东门道闸',
        '更换东门进出两套道闸，含车牌识别和十年保修，总价不超过 9.6 万元，从停车和广告的公共收益里出。三家报价贴在公告栏。',
        9,
      ),
      item(
        '管理规约增加“电动车停放”一章',
        '电动车不进楼、不进电梯；车棚充电满两小时请挪车；家里不给电池充电。违反的先劝，再公示，第三次报消防。',
        2,
      ),
    ],
  },
  noticedAt: on(112, '09:30'),
  opensAt: on(95, '09:00'),
  closesAt: on(80, '18:00'),
  turnout: [
    { agree: 68, against: 9, abstain: 5 },
    { agree: 61, against: 15, abstain: 6 },
  ],
  notYet: [],
  publishedAt: on(78, '10:00'),
  certifiedAt: on(60, '10:00'),
  objections: [
    {
      by: 'wang',
      at: on(75, '20:10'),
      text: '我那栋有几户说没收到纸质票，怎么算的？',
      answer: '5 号楼 12 户都有送达记录，其中 2 户敲门三次没人，按没有参加算，没有计入任何一方。',
    },
  ],
})

/** Published a few days ago: enough took part, not enough agreed. Objections may still be made. */
const manager = ({ on }: Times): VotePlan => ({
  key: 'manager',
  draft: {
    title: '要不要续聘现在的物业',
    why: '物业合同年底到期。业委会征求过意见，请大家表决：续聘三年，或者重新选聘。',
    items: [
      item(
        '续聘幸福物业三年，物业费不变',
        '合同期 2027 年 1 月 1 日至 2029 年 12 月 31 日，每月每平方米 1.35 元不变，服务标准见附件。不通过就重新选聘。',
        4,
      ),
    ],
  },
  noticedAt: on(38, '10:00'),
  opensAt: on(22, '09:00'),
  closesAt: on(6, '20:00'),
  turnout: [{ agree: 33, against: 37, abstain: 4 }],
  notYet: [],
  publishedAt: on(4, '15:00'),
  certifiedAt: null,
  objections: [
    {
      by: 'chen',
      at: on(2, '21:30'),
      text: '我妈名下那套是纸质票，想核对一下录得对不对。',
      answer: null,
    },
  ],
})

/** Open now: three quarters are needed, and many have not voted. */
const parking = ({ on, ahead }: Times): VotePlan => ({
  key: 'parking',
  draft: {
    title: '东门空地改不改停车位',
    why: '小区 300 户只有 112 个车位，晚上绕三圈停不下。东门空地 640 平方米长期闲着，议事会议过，请大家定。',
    items: [
      item(
        '把东门空地改成 30 个停车位',
        '空地属于全体业主。改成 30 个车位，其中 4 个带充电桩、2 个无障碍；树移到围墙边，一棵不少。费用 21 万元从公共收益出，车位临停，收费归全体业主，每季度公布。',
        8,
      ),
      item(
        '新车位的收费标准',
        '临停首小时 3 元，以后每小时 1 元，一天最多 10 元；业主月票 120 元，一户一张。',
        9,
      ),
    ],
  },
  noticedAt: on(21, '09:00'),
  opensAt: on(5, '09:00'),
  closesAt: ahead(10, '18:00'),
  turnout: [
    { agree: 38, against: 7, abstain: 3 },
    { agree: 34, against: 10, abstain: 4 },
  ],
  notYet: ['zhang', 'wang', 'wu', 'scrutineer1'],
  publishedAt: null,
  certifiedAt: null,
  objections: [],
})

const CANDIDATES = ['郑国栋', '潘宏', '丁静', '万庆琪', '董辉', '邓志磊', '蔡鹏']

/** Announced: owners look whether the roll has them. */
const committee = ({ on, ahead }: Times): VotePlan => ({
  key: 'committee',
  draft: {
    title: '选举第三届业主委员会',
    why: '本届业委会明年 1 月任期届满。候选人 7 位，选 5 位。',
    items: [
      item(
        '选 5 位业委会委员',
        '候选人按报名先后排列，简历贴在公告栏。最多选 5 位；一位也不选算弃权，选多了算废票。',
        3,
        {
          kind: 'election',
          options: CANDIDATES.map((title, index) => ({ id: `c${index + 1}`, title })),
          seats: 5,
        },
      ),
    ],
  },
  noticedAt: on(3, '09:00'),
  opensAt: ahead(13, '09:00'),
  closesAt: ahead(28, '18:00'),
  turnout: [],
  notYet: [],
  publishedAt: null,
  certifiedAt: null,
  objections: [],
})

export const ROLL_IMPORTED_BEFORE = 20 * DAY

/** The joint decisions of the demo, in the order of their notices. */
export const votesOf = (times: Times): VotePlan[] =>
  [gate, manager, parking, committee].map((plan) => plan(times))
