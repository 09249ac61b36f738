import { discuss, elsewhere, no, send, whistle } from '../story/plans'
import { Story } from '../story/story'
import type { Times } from '../story/times'

function lifts(t: Times): Story[] {
  const sinking = new Story('M10', t)
    .on(9, '20:12')
    .raise({ by: '16-4', building: 16, place: '1 号电梯', pictures: ['lift'] })
    .on(9, '20:20')
    .acknowledge('secretary')
    .on(9, '20:45')
    .sort('repair', '电梯出险先停用再修；特种设备，请市场监管所来人看', [
      send('property', 'property', t.on(2, '18:00'), '1 号电梯停用检修，修好再开'),
      whistle('emergency', 'market', t.ahead(2, '18:00'), '到场查验，出书面意见'),
    ])
    .on(8, '09:00')
    .start('property')
    .on(8, '11:30')
    .progress('property', '已停用，门口贴了告示。厂家来看过，是变频器老化。', ['lift'])
    .on(7, '14:00')
    .start('whistle')
    .on(6, '10:30')
    .progress('whistle', '已到场查验，修好后要复检才能开。')
    .on(5, '16:20')
    .progress('property', '变频器已订货，厂家说这周到。要动用维修资金应急，材料报业委会了。')
    .hoursAgo(1)
    .supported(31)
  sinking
    .on(8, '21:00')
    .says('16-9', '前天我也遇到了，往下一沉，孩子都吓哭了😨')
    .on(7, '08:10')
    .says('17-3', '隔壁楼同一批电梯，能不能一起查？')
    .on(6, '18:40')
    .says('16-15', '停梯我不反对，可八楼的老人天天爬，谁来管？')
    .on(6, '19:20')
    .says('helper', '八楼王奶奶家买菜拿药我们来送，还有谁家要，打支部电话。')
    .hoursAgo(2)
    .says('16-12', '说好前天修好的呢？')
  const inspection = new Story('M11', t)
    .on(12, '18:30')
    .raise({ by: '13-4', building: 13, place: '电梯', pictures: ['lift'] })
    .on(12, '19:00')
    .acknowledge()
    .on(11, '09:30')
    .sort('repair', '没有年检不能用，请市场监管所处理', [
      whistle('emergency', 'market', t.on(3, '18:00'), '停用，补做年检'),
    ])
    .on(10, '10:00')
    .start('whistle')
    .on(9, '15:00')
    .progress('whistle', '已贴停用封条，责令物业报检。')
    .on(4, '15:30')
    .extend('whistle', t.ahead(4, '18:00'), '特检院排期排到下周三，检过才能开。')
    .hoursAgo(1)
    .supported(14)
    .on(3, '12:10')
    .says('13-8', '慢是慢，总比关着孩子强👍')
  return [sinking, inspection]
}

function enforcement(t: Times): Story[] {
  return [
    new Story('M08', t)
      .on(6, '23:10')
      .raise({ by: '3-20', building: 3, place: '3 单元七楼', pictures: ['corridor'] })
      .on(5, '08:40')
      .acknowledge()
      .on(5, '10:00')
      .sort('group_rental', '隔间出租、门口充电有火险，请执法队牵头来查', [
        whistle('enforcement', 'enforcement', t.ahead(2, '18:00'), '查隔间和电动车，限期拆除'),
      ])
      .on(4, '09:30')
      .start('whistle')
      .on(3, '16:00')
      .progress('whistle', '和消防所一起上了门，电动车已清走，隔间限七天拆。', ['corridor'])
      .hoursAgo(1)
      .supported(10)
      .on(3, '20:00')
      .says('3-25', '租房的也是打工人，拆之前给人家几天找房子吧'),
    new Story('M18', t)
      .on(10, '19:00')
      .raise({ by: '8-2', building: null, place: '小区东边公园' })
      .on(9, '09:00')
      .acknowledge()
      .on(8, '10:00')
      .sort('other', '牵涉五个小区，不是小区里表决的事。请供电所牵头，把情况当面说清楚。', [
        whistle('priority', 'power', t.ahead(5, '18:00'), '约规划、供电一起开说明会，书面答复'),
      ])
      .on(7, '11:00')
      .start('whistle')
      .on(4, '15:00')
      .progress('whistle', '已报街道。供电公司答应派人来，和五个小区一起开说明会，日子定了先贴出来。')
      .hoursAgo(1)
      .supported(46)
      .on(8, '21:20')
      .says('8-9', '离我家窗户才五十米，心里不踏实')
      .on(7, '07:50')
      .says('10-7', '没变电站又天天跳闸。先听听人家怎么说')
      .on(3, '18:00')
      .says('11-9', '说明会别放上班时间开'),
    new Story('M26', t)
      .on(7, '20:40')
      .raise({ by: '4-5', building: 4, place: '五楼走廊', pictures: ['door'] })
      .on(6, '08:30')
      .acknowledge()
      .on(6, '09:20')
      .sort('fire', '物业先劝，劝不动书面报消防所（民法典 942 条）', [
        send('property', 'guards', t.ahead(1, '18:00'), '当面劝拆，留记录'),
        whistle('enforcement', 'fire', t.ahead(6, '18:00'), '核查安全通道，依法处理'),
      ])
      .on(5, '10:00')
      .start('property')
      .on(3, '17:00')
      .progress('property', '上门劝了两次，住户说要商量。已书面报消防所。', ['notice'])
      .hoursAgo(1)
      .supported(7),
    new Story('M52', t)
      .on(5, '18:00')
      .raise({ by: '9-4', building: 9, place: '楼前', pictures: ['parking'] })
      .on(4, '09:00')
      .acknowledge()
      .on(3, '14:30')
      .sort('parking', '铲绿化先请执法队查；以后这块地做什么，业主定', [
        whistle('enforcement', 'enforcement', t.ahead(3, '18:00'), '查毁绿，责令补种'),
        discuss('owners'),
      ])
      .hoursAgo(1)
      .supported(15)
      .on(2, '12:00')
      .says('9-8', '车没地方停也是真的，绿化本来就枯了'),
    new Story('M31', t)
      .on(7, '12:30')
      .raise({ by: '15-6', building: 15, place: '入户过道', pictures: ['drip'] })
      .on(6, '09:10')
      .acknowledge()
      .on(5, '11:00')
      .sort('repair', '开发商的保修责任，小区定不了：先到质监站投诉，材料支部帮着写；社区再约开发商来谈', [
        elsewhere('区住建局质监站，谈不拢再到区法院'),
        discuss('residents'),
      ])
      .hoursAgo(1)
      .supported(9),
  ]
}

function propertyWork(t: Times): Story[] {
  return [
    new Story('M44', t)
      .on(3, '08:10')
      .raise({
        by: 'helper2',
        reporter: null,
        reporterName: '周阿姨',
        capacity: 'helper',
        channel: 'phone',
        building: 11,
        place: '垃圾房',
        pictures: ['bins'],
      })
      .on(3, '08:30')
      .acknowledge()
      .on(3, '09:00')
      .sort('cleaning', '先把垃圾拉走，车再修', [
        send('property', 'cleaners', t.ahead(1, '18:00'), '今天起每天清两次，新车到位'),
        whistle('priority', 'enforcement', t.ahead(4, '18:00'), '督促清运'),
      ])
      .on(3, '11:00')
      .start('property')
      .on(2, '16:00')
      .progress('property', '借了隔壁小区的车，先拉了两趟。新车后天到。', ['binsClean'])
      .hoursAgo(1)
      .supported(18)
      .on(2, '18:30')
      .says('11-8', '味道小多了，谢谢🙏'),
    new Story('M41', t)
      .on(8, '21:40')
      .raise({ by: '5-3', building: 5, place: '东侧车棚', pictures: ['shed'] })
      .on(7, '09:30')
      .acknowledge()
      .on(7, '10:12')
      .sort('fire', '换充电口、清楼道是物业的活；车棚以后怎么改，社区再商量', [
        send('property', 'property', t.ahead(1, '18:00'), '充电口换成扫码的，楼道堆物清走'),
        discuss('residents'),
      ])
      .on(6, '09:00')
      .start('property')
      .on(4, '15:20')
      .progress('property', '楼道清了三车。新充电口到货，明天装。', ['shed'])
      .hoursAgo(2.8)
      .supported(12)
      .hoursAgo(2)
      .done('property', '扫码充电口装了两组，共 20 个，投币的拆了。楼道清完。', ['shedTidy'])
      .on(5, '19:00')
      .says('5-9', '老人不会扫码，留一两个投币的行不行')
      .hoursAgo(1)
      .says('5-12', '刚去看了，亮堂多了👏'),
    new Story('M56', t)
      .on(6, '20:20')
      .raise({ by: '13-7', building: 13 })
      .on(5, '09:00')
      .acknowledge()
      .on(5, '09:30')
      .sort('neighbours', '两家之间的事，请居委会说和，不公开', [
        send('mediation', 'committee', t.ahead(8, '18:00'), '约三家一起看漏点，谈怎么修怎么赔'),
      ])
      .on(4, '14:00')
      .start('mediation')
      .on(2, '10:30')
      .progress('mediation', '三家都约好了，周六上午一起做闭水试验。'),
  ]
}

/** “建议您向…反馈” was no answer: rated as not done, done again, now to be checked by somebody else. */
function waterPressure(t: Times): Story {
  return new Story('M25', t)
    .on(20, '20:30')
    .raise({ by: '17-4', building: 17, place: '高层' })
    .on(20, '20:50')
    .acknowledge()
    .on(19, '09:00')
    .sort('other', '水压是自来水公司的事', [
      send('utility', 'water', t.on(18, '18:00'), '查加压泵，晚高峰水压要够'),
    ])
    .on(19, '11:00')
    .start('utility')
    .supported(7)
    .on(18, '15:00')
    .done('utility', '已告知用户可拨服务热线反馈。', ['notice'])
    .asked('utility')
    .ratedByReporter('utility', no('只叫我自己打电话反馈，晚上八点热水器还是打不着'))
    .ratedByNeighbours('utility', 1, ['没人来看过', '水压还是不够', '打了热线，叫等'])
    .on(15, '10:00')
    .settled('utility')
    .on(15, '14:00')
    .assign('utility', {
      lead: 'water',
      task: '换加压泵，晚八点实测高层水压，记录贴出来',
      dueAt: t.ahead(1, '18:00'),
      helpers: ['property'],
      checker: 'member1',
    })
    .on(14, '09:30')
    .start('utility')
    .on(8, '16:00')
    .progress('utility', '泵订到了，下周换。')
    .hoursAgo(3)
    .done('utility', '新泵装好，昨晚八点测了八层，热水器能点着。', ['notice'])
}

/** 干事: assigned, being worked on, extended, overdue, said to be done. */
export function doingStories(t: Times): Story[] {
  return [...lifts(t), ...enforcement(t), ...propertyWork(t), waterPressure(t)]
}
