import { discuss, send, whistle } from '../story/plans'
import { Story } from '../story/story'
import type { Times } from '../story/times'

function afterSpring(t: Times): Story[] {
  return [
    new Story('M12', t)
      .on(22, '19:30')
      .raise({ by: '13-9', building: 13, place: '地下车库', pictures: ['parking'] })
      .on(22, '20:00')
      .acknowledge()
      .on(20, '10:00')
      .sort('parking', '月租怎么定要大家和开发商谈；有没有乱涨价请市场监管所核', [
        discuss('deliberation'),
        whistle('priority', 'market', t.on(13, '18:00'), '核对收费公示和备案'),
      ])
      .on(19, '10:00')
      .start('whistle')
      .supported(28)
      .on(17, '15:00')
      .done('whistle', '核过了：涨价前没公示，已责令补公示，公示期内按原价收。', ['notice'])
      .asked('whistle')
      .ratedByReporter('whistle')
      .ratedByNeighbours('whistle', 6)
      .on(14, '10:00')
      .settled('whistle')
      .led('deliberation', 'director')
      .on(10, '09:00')
      .start('deliberation')
      .on(5, '17:00')
      .progress('deliberation', '谈了两次。开发商肯退到涨三成，我们要求先公开成本，后天再谈。', ['notice'])
      .on(9, '20:00')
      .says('13-14', '谈的时候带上隔壁小区的价目表')
      .on(4, '21:00')
      .says('14-9', '一分都不该涨！'),
    new Story('M47', t)
      .on(23, '20:10')
      .raise({ by: 'zhang', building: 3, place: '2 单元门口', pictures: ['door'] })
      .on(23, '20:40')
      .acknowledge()
      .on(20, '11:00')
      .sort('security', '装门容易摊钱难，请单元里的人坐下来议', [discuss('deliberation')])
      .on(13, '12:00')
      .supported(11)
      .led('deliberation', 'property')
      .on(10, '09:30')
      .start('deliberation')
      .on(7, '16:00')
      .progress('deliberation', '收齐了 11 户的钱，门订好了。两户常年不在，先垫上。')
      .on(4, '15:00')
      .done('deliberation', '门装好了，试了三天。租户钥匙发了，收支表贴在单元门口。', ['door', 'notice'])
      .asked('deliberation')
      .ratedByNeighbours('deliberation', 5, ['关门声太响，晚上吵'])
      .on(3, '19:00')
      .says('3-14', '终于不用半夜担心了😊'),
    new Story('M40', t)
      .on(21, '12:00')
      .raise({ by: '2-3', building: 2, place: '南侧空地' })
      .on(21, '13:00')
      .acknowledge()
      .on(19, '10:00')
      .sort('parking', '停车和充电先议一议', [discuss('deliberation')])
      .hoursAgo(1)
      .supported(16)
      .on(10, '08:00')
      .says('2-7', '绿地别动，孩子就这点地方玩'),
    new Story('M22', t)
      .on(25, '20:30')
      .raise({ by: 'chen', building: 7, place: '2 单元' })
      .on(24, '09:00')
      .acknowledge()
      .on(23, '10:00')
      .sort('renewal', '装不装由单元业主定（四分之三），先坐下来谈，低楼层必须请到', [
        discuss('deliberation'),
        discuss('owners'),
      ])
      .hoursAgo(1)
      .supported(26)
      .on(22, '19:00')
      .says('7-30', '我家也有九十岁的老人，盼了三年了')
      .on(22, '20:30')
      .says('7-3', '一楼常年不见太阳，再挡就黑了，我不同意')
      .on(10, '21:00')
      .says('7-3', '能先把怎么补偿写清楚，我愿意再谈'),
  ]
}

function afterTalk(t: Times): Story {
  return new Story('M48', t)
    .on(12, '18:00')
    .raise({ by: '17-9', building: 17, place: '地下车库', pictures: ['chargers'] })
    .on(12, '18:30')
    .acknowledge()
    .on(10, '10:00')
    .sort('fire', '先开恳谈会把消防讲明白，再定要不要表决', [discuss('deliberation'), discuss('owners')])
    .hoursAgo(1)
    .supported(13)
    .on(3, '20:00')
    .says('17-12', '听完放心一点了，但要有自动喷淋才行')
}

function toCome(t: Times): Story[] {
  return [
    new Story('M39', t)
      .on(5, '19:40')
      .raise({ by: 'li', building: 10, place: '北侧车棚', pictures: ['shed'] })
      .on(5, '20:20')
      .acknowledge()
      .on(3, '10:00')
      .sort('parking', '定个大家都认的用法，上议事会', [discuss('deliberation')])
      .hoursAgo(0.5)
      .supported(38)
      .on(4, '22:00')
      .says('10-9', '有人插着不走，一插两天')
      .on(2, '12:30')
      .says('12-6', '我上夜班，两小时内真挪不了')
      .hoursAgo(2)
      .says('18-8', '做个号牌轮着用行不行？💡'),
    new Story('M45', t)
      .on(8, '20:00')
      .raise({ by: '4-3', building: 4, place: '大门口', pictures: ['parking'] })
      .on(7, '09:00')
      .acknowledge()
      .on(6, '10:00')
      .sort('parking', '怎么停是大家的事，上议事会定公约', [discuss('deliberation')])
      .hoursAgo(1)
      .supported(22)
      .on(5, '18:00')
      .says('4-8', '外卖和快递也要留个口子'),
    new Story('M01', t)
      .on(6, '21:00')
      .raise({ by: '9-2', building: 9, place: '院内道路', pictures: ['parking'] })
      .on(5, '09:30')
      .acknowledge()
      .on(4, '11:00')
      .sort(
        'parking',
        '占公共道路收费要业主共同决定（民法典 275、278 条）；账目请物业先公开。车被刮是另一回事，可找调解。',
        [discuss('owners'), send('property', 'service', t.ahead(2, '18:00'), '停车收费账目贴出来，收费先停')],
      )
      .on(3, '09:30')
      .start('property')
      .on(2, '17:00')
      .progress('property', '三个月的账整理好了，共收 41,200 元，明天张贴。', ['notice'])
      .hoursAgo(1)
      .supported(33)
      .on(3, '20:30')
      .says('9-7', '钱归物业还是归业主，说清楚就行')
      .on(2, '21:10')
      .says('9-10', '我愿意交，只要车位固定'),
    new Story('M37', t)
      .on(9, '07:50')
      .raise({ by: '7-4', building: 7, place: '楼前绿化带' })
      .on(9, '08:40')
      .acknowledge('secretary')
      .on(7, '10:00')
      .sort('renewal', '大家得方便、7 号楼受影响，先停工，开听证会再表决', [discuss('owners')])
      .hoursAgo(1)
      .supported(29)
      .on(8, '12:00')
      .says('7-18', '反对书交上去没人理，就推平了？')
      .on(7, '19:00')
      .says('6-8', '没地方充电也急死人，东边空地不行吗'),
  ]
}

/** 民主议事: what was talked through, decided, referred, and what waits for a meeting already announced. */
export function deliberatedStories(t: Times): Story[] {
  return [...afterSpring(t), afterTalk(t), ...toCome(t)]
}
