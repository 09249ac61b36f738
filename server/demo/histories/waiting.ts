import { demoMatterOf } from '../matters'
import { discuss, send, whistle } from '../story/plans'
import { Story } from '../story/story'
import type { Times } from '../story/times'

/** The three matters that M65 really is, as matters.json has them. */
function partsOf(key: string): { key: string; title: string; text: string }[] {
  const { hint } = demoMatterOf(key)
  if (hint?.kind !== 'split') throw new Error(`${key} is not to be split`)
  return hint.parts.map(({ title, text }, index) => ({ key: `${key}-${index + 1}`, title, text }))
}

function threeInOne(t: Times): Story[] {
  const parts = partsOf('M65')
  const whole = new Story('M65', t)
    .on(4, '21:30')
    .raise({ by: '2-6', building: 2 })
    .on(3, '09:10')
    .acknowledge()
    .on(3, '15:00')
    .split('三件事各有各的办法：物业费和道闸要业主定，车位先议一议。', parts)
  const stories = parts.map((part) =>
    new Story(part.key, t)
      .on(3, '15:00')
      .raise({ by: '2-6', actor: 'secretary', building: 2, ...part, splitFrom: 'M65' }),
  )
  const [fees, barrier, spaces] = stories
  fees
    ?.on(2, '10:00')
    .sort('fees', '调物业费要业主大会定，先请物业把账公开', [discuss('owners')])
    .hoursAgo(2)
    .supported(17)
  barrier?.on(2, '10:10').acknowledge().hoursAgo(2).supported(5)
  spaces
    ?.on(2, '10:20')
    .sort('parking', '怎么停、怎么轮，先在议事会上商量个办法', [discuss('deliberation')])
    .hoursAgo(2)
    .supported(12)
    .hoursAgo(2.5)
    .says('2-9', '先来先停最公平，别搞固定车位')
    .hoursAgo(2)
    .says('5-8', '不同意楼上说的，晚班回来的永远没地方停😮‍💨')
  return [whole, ...stories]
}

/** One food stall, two people who cannot sleep: the second joins the first. */
function foodStall(t: Times): Story[] {
  const space = new Story('M29', t)
    .on(7, '22:10')
    .raise({ by: '18-3', building: 18, place: '一楼架空层', pictures: ['smoke'] })
    .on(6, '09:00')
    .acknowledge()
    .on(6, '11:00')
    .sort('misuse', '架空层是大家的，占了要请执法队来看', [
      whistle('enforcement', 'enforcement', t.ahead(1, '18:00'), '查架空层占用和证照，让出给老人坐的地方'),
    ])
    .hoursAgo(1)
    .supported(11)
    .on(5, '08:20')
    .says('18-10', '我妈以前天天在那里乘凉，现在没处坐了')
  const noise = new Story('M30', t)
    .on(5, '23:50')
    .raise({ by: '18-7', building: 18, place: '夜宵铺楼上' })
    .on(4, '09:00')
    .supported(6)
    .on(4, '09:40')
    .acknowledge()
    .on(4, '10:05')
    .merged('M29', '是同一家夜宵铺，一起查。各位的附议和原话都带过去，吵的事不会漏。')
  return [space, noise]
}

/** Settled once, back again: raised within 30 days it counts as not solved. */
function dormitory(t: Times): Story {
  return new Story('M09', t)
    .on(24, '21:00')
    .raise({ by: '15-4', building: 15, place: '802' })
    .on(24, '21:30')
    .acknowledge()
    .on(23, '10:00')
    .sort('group_rental', '毛坯房当宿舍，归派出所和执法队管', [
      whistle('enforcement', 'police', t.on(16, '18:00'), '上门核人数，责令搬出'),
    ])
    .on(22, '10:00')
    .start('whistle')
    .on(21, '16:00')
    .progress('whistle', '上门核了，住 22 人。已约保安公司谈话，限三天搬走。')
    .supported(8)
    .on(19, '16:00')
    .done('whistle', '人已搬走，床也拆了，和业主签了承诺。', ['corridor'])
    .asked('whistle')
    .ratedByNeighbours('whistle', 5)
    .ratedByReporter('whistle')
    .on(16, '10:00')
    .settled('whistle')
    .on(1, '17:30')
    .reopen('又搬回来了。昨晚我数了一下，还是二十来个人。')
    .on(1, '18:10')
    .says('15-7', '是的，半夜还在搬床')
}

/** 说事 and 理事: what waits to be taken up or sorted, and what was sent back, joined, split, objected to. */
export function waitingStories(t: Times): Story[] {
  return [
    new Story('M13', t).hoursAgo(3).raise({ by: '14-3', building: 14 }).hoursAgo(0.5).supported(4),
    new Story('M54', t)
      .hoursAgo(1.2)
      .raise({ by: '1-4', building: 1, place: '南门垃圾点', pictures: ['bins'] })
      .hoursAgo(0.1)
      .supported(3),
    new Story('M57', t).on(1, '19:10').raise({ by: '8-5', building: 8 }).hoursAgo(2.5).acknowledge(),
    new Story('M60', t)
      .on(3, '18:20')
      .raise({ by: '5-6', building: 5 })
      .on(3, '19:00')
      .acknowledge()
      .on(2, '09:30')
      .sort('neighbours', '狗咬人请派出所核实，两家的事请居委会说和。涉及孩子和别人的姓名住址，不公开。', [
        whistle('enforcement', 'police', t.ahead(3, '18:00'), '核实犬只登记和伤情'),
        send('mediation', 'committee', t.ahead(12, '18:00'), '请两家坐下来谈医药费和道歉'),
      ]),
    new Story('M63', t)
      .on(6, '22:40')
      .raise({ by: '11-4', building: null })
      .on(5, '09:15')
      .returned(
        '看不出要说什么事。请写清楚：什么事、在哪里、多久了。',
        '点“补充后重提”，或打支部电话，帮办员替您记。',
      ),
    new Story('M32', t)
      .on(5, '20:15')
      .raise({ by: 'wang', building: 5 })
      .on(5, '20:50')
      .acknowledge()
      .on(4, '10:20')
      .returned(
        '这是政府定价的听证会，和小区听证会是两回事，小区里定不了。',
        '到市发改委网站报名参加，或打 12345 提意见。',
      )
      .on(1, '18:30')
      .object('我知道不是小区定的。是想请支部把大家的意见收一收，替我们报上去。')
      .hoursAgo(2)
      .supported(9),
    new Story('M21', t)
      .on(8, '20:00')
      .raise({ by: '14-5', building: 14 })
      .on(7, '08:50')
      .acknowledge()
      .on(6, '16:00')
      .sort('owners_meeting', '先由社区核实那次书面大会的送达和票，再看要不要重新表决', [
        discuss('residents'),
        discuss('owners'),
      ])
      .hoursAgo(1)
      .supported(23)
      .on(5, '19:30')
      .says('14-8', '我也没收到票')
      .on(5, '20:10')
      .says('14-11', '我收到了，还签了字的，是不是送漏了？')
      .on(4, '09:00')
      .says('member2', '票根都在业委会，谁想看可以来看。'),
    dormitory(t),
    ...foodStall(t),
    ...threeInOne(t),
  ]
}
