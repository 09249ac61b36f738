import { no, send, whistle, yes } from '../story/plans'
import { Story } from '../story/story'
import type { Times } from '../story/times'

function beingRated(t: Times): Story[] {
  return [
    new Story('M19', t)
      .on(11, '22:00')
      .raise({ by: '16-2', building: 16 })
      .on(10, '08:20')
      .acknowledge()
      .on(10, '09:00')
      .sort('other', '供电的事，请供电所来查', [
        send('utility', 'power', t.on(4, '18:00'), '查三期线路，停电提前一天说'),
      ])
      .on(10, '10:30')
      .start('utility')
      .on(8, '15:00')
      .progress('utility', '查出一台变压器过载，申请换大的。')
      .supported(14)
      .on(4, '16:30')
      .done('utility', '变压器换了。以后停电提前一天在群里和楼道贴通知。', ['notice'])
      .asked('utility')
      .ratedByNeighbours('utility', 4, ['昨晚又闪了一下'])
      .on(2, '19:00')
      .says('16-6', '三天没停了，继续观察😄'),
    new Story('M46', t)
      .on(12, '10:00')
      .raise({
        by: 'helper',
        reporter: 'wu',
        capacity: 'helper',
        channel: 'door',
        building: 6,
        place: '楼顶落水管',
        pictures: ['leaves'],
      })
      .on(12, '14:00')
      .acknowledge()
      .on(11, '09:00')
      .sort('repair', '清落叶、疏落水管是物业的活', [
        send('property', 'property', t.on(3, '18:00'), '清楼顶和地面落叶，疏通落水管'),
      ])
      .on(10, '09:00')
      .start('property')
      .on(7, '11:00')
      .progress('property', '楼顶清了一半，落水管约了疏通。', ['leaves'])
      .supported(8)
      .on(3, '15:40')
      .done('property', '六栋楼顶落叶清完，落水管通了，放水试过。', ['swept'])
      .asked('property')
      .ratedByNeighbours('property', 3),
  ]
}

function redone(t: Times): Story[] {
  return [
    new Story('M15', t)
      .on(16, '23:30')
      .raise({ by: '12-4', building: 12, place: '底商' })
      .on(15, '09:00')
      .acknowledge()
      .on(15, '10:00')
      .sort('neighbours', '夜里噪声归执法队管', [
        whistle('enforcement', 'enforcement', t.on(9, '18:00'), '夜里测噪声，超了就罚'),
      ])
      .on(14, '21:00')
      .start('whistle')
      .supported(9)
      .on(9, '16:00')
      .done('whistle', '约谈了店家，答应十点后关低音。', ['notice'])
      .asked('whistle')
      .ratedByReporter('whistle', no('来查的时候关小，走了照旧'))
      .ratedByNeighbours('whistle', 2, ['周末还是吵到两点', '低音顺着墙上来，没变', '没人再来测过'])
      .on(6, '10:00')
      .settled('whistle')
      .on(5, '20:00')
      .says('12-8', '店家也要吃饭，能不能帮他们做隔音？'),
    new Story('M17', t)
      .on(32, '12:20')
      .raise({ by: '1-6', building: 1, place: '楼道口', pictures: ['smoke'] })
      .on(31, '09:00')
      .acknowledge()
      .on(31, '10:00')
      .sort('neighbours', '油烟归执法队管', [
        whistle('enforcement', 'enforcement', t.on(26, '18:00'), '责令改烟管'),
      ])
      .on(30, '10:00')
      .start('whistle')
      .supported(13)
      .on(26, '15:00')
      .done('whistle', '店家装了净化器。', ['smoke'])
      .asked('whistle')
      .ratedByReporter('whistle', no('净化器不开，烟照样进楼'))
      .ratedByNeighbours('whistle', 2, ['还是不敢开窗', '一到饭点全是味'])
      .on(23, '10:00')
      .settled('whistle')
      .on(23, '11:00')
      .assign('whistle', {
        lead: 'environment',
        task: '烟管改到楼顶，离住户窗户够远',
        dueAt: t.on(9, '18:00'),
        helpers: ['enforcement'],
        checker: 'member2',
      })
      .on(22, '09:30')
      .start('whistle')
      .on(15, '15:00')
      .progress('whistle', '店家说改管要两万，只肯出一半。')
      .on(9, '14:00')
      .done('whistle', '烟管口转了方向，加高一米。', ['smoke'])
      .on(9, '17:30')
      .check('whistle', 'member2', true, '去看了，管口是转了，加高了。')
      .asked('whistle')
      .ratedByReporter('whistle', no('转了个方向，风一吹还是往楼里灌'))
      .ratedByNeighbours('whistle', 2, ['夏天更受不了', '要到楼顶才行'])
      .on(5, '10:00')
      .settled('whistle'),
  ]
}

function emergencies(t: Times): Story[] {
  return [
    new Story('M59', t)
      .on(17, '18:05')
      .raise({ by: '3-30', building: 3, place: '3 单元楼道' })
      .on(17, '18:09')
      .sort(
        'other',
        '先办后记：已打燃气抢修和 119，住户先下楼',
        [send('emergency', 'gas', t.on(17, '20:05'), '查漏关阀')],
        'sorter',
      )
      .on(17, '18:25')
      .start('emergency')
      .on(17, '18:58')
      .done('emergency', '三楼灶具软管裂了，已关阀换管。全楼测过，没有燃气了。', ['corridor'])
      .supported(9)
      .asked('emergency')
      .ratedByNeighbours('emergency', 6)
      .ratedByReporter('emergency')
      .on(15, '10:00')
      .settled('emergency'),
    new Story('M58', t)
      .on(10, '21:12')
      .raise({ by: '1-9', building: 1 })
      .on(10, '21:16')
      .sort(
        'other',
        '先保人：已报 110，帮办员上门陪着。不公开。',
        [send('emergency', 'police', t.on(10, '23:12'), '出警，把老人安顿好')],
        'secretary',
      )
      .on(10, '21:25')
      .start('emergency')
      .on(10, '22:10')
      .progress('emergency', '民警到了，老人没有大碍。')
      .on(10, '23:00')
      .done('emergency', '老人接到女儿家，告诫书已开，居委会每天打电话。', ['notice'])
      .asked('emergency')
      .ratedByReporter('emergency')
      .on(8, '10:00')
      .settled('emergency', 'secretary'),
  ]
}

function closedWell(t: Times): Story[] {
  return [
    new Story('M02', t)
      .on(13, '18:40')
      .raise({ by: '6-5', building: 6 })
      .on(13, '18:50')
      .acknowledge('secretary')
      .on(13, '19:10')
      .sort('fees', '停水催费法律不许（民法典 944 条），先通水再说别的', [
        send('property', 'service', t.on(12, '12:00'), '马上恢复供水'),
        whistle('enforcement', 'enforcement', t.on(9, '18:00'), '约谈物业，书面警告'),
      ])
      .on(13, '19:30')
      .start('property')
      .supported(8)
      .on(13, '20:20')
      .done('property', '水已通。向住户道了歉，以后不再停水。', ['notice'])
      .asked('property')
      .ratedByReporter('property')
      .ratedByNeighbours('property', 5)
      .on(11, '10:00')
      .settled('property')
      .on(11, '14:00')
      .start('whistle')
      .on(9, '15:00')
      .done('whistle', '约谈了物业经理，警告书已送达并张贴。', ['notice'])
      .asked('whistle')
      .ratedByReporter('whistle')
      .ratedByNeighbours('whistle', 5)
      .on(7, '10:00')
      .settled('whistle'),
    new Story('M23', t)
      .on(26, '15:00')
      .raise({ by: '2-8', building: 2, place: '一楼楼道', pictures: ['drip'] })
      .on(25, '09:00')
      .acknowledge()
      .on(25, '10:00')
      .sort('neighbours', '滴水和噪声请生态环境所来测', [
        whistle('enforcement', 'environment', t.on(19, '18:00'), '测噪声，接好冷凝水管'),
      ])
      .on(24, '10:00')
      .start('whistle')
      .supported(8)
      .on(20, '16:00')
      .done('whistle', '冷凝水接进下水管。白天测 52 分贝，未超标，报告已张贴。', ['notice'])
      .asked('whistle')
      .ratedByReporter('whistle', {
        contacted: true,
        solved: true,
        satisfied: false,
        reason: '水不滴了，可机器声还是吵人',
      })
      .ratedByNeighbours('whistle', 6)
      .on(17, '10:00')
      .settled('whistle'),
    new Story('M43', t)
      .on(14, '08:00')
      .raise({ by: '10-3', building: 10, place: '西侧车位', pictures: ['leaves'] })
      .on(14, '08:40')
      .acknowledge()
      .on(14, '09:30')
      .sort('cleaning', '清运枯枝是物业的活', [
        send('property', 'cleaners', t.on(12, '18:00'), '清走枯枝，通道腾出来'),
      ])
      .on(13, '09:00')
      .start('property')
      .supported(6)
      .on(12, '11:00')
      .done('property', '两车枯枝拉走了，通道恢复。', ['swept'])
      .asked('property')
      .ratedByReporter('property')
      .ratedByNeighbours('property', 5)
      .on(10, '10:00')
      .settled('property')
      .on(10, '12:00')
      .says('10-6', '这次真快👍'),
    new Story('M49', t)
      .on(15, '19:00')
      .raise({ by: '17-6', building: 17, place: '地面充电区', pictures: ['chargers'] })
      .on(15, '19:40')
      .acknowledge()
      .on(14, '09:10')
      .sort('attitude', '先请物业把为什么拆、去哪里充说清楚', [
        send('property', 'service', t.on(12, '18:00'), '贴说明，指临时充电点'),
      ])
      .on(14, '10:00')
      .start('property')
      .supported(7)
      .on(13, '15:00')
      .done('property', '旧桩漏电被责令拆除，说明已张贴。临时充电点在 5 号楼车棚，新桩月底装。', ['notice'])
      .asked('property')
      .ratedByReporter('property', yes)
      .ratedByNeighbours('property', 4, ['早说不就没事了'])
      .on(11, '10:00')
      .settled('property'),
    new Story('M34', t)
      .on(9, '13:00')
      .raise({ by: '18-5', building: 18 })
      .on(8, '09:00')
      .acknowledge()
      .on(8, '09:30')
      .sort('trading', '办证不归小区管，支部帮着问清楚卡在哪里', [
        { code: 'elsewhere', whereTo: '区不动产登记中心' },
      ])
      .on(5, '16:00')
      .answer(
        'elsewhere',
        '问过登记中心：卡在开发商欠税，本月已补缴。请带购房合同和身份证到区不动产登记中心 3 号窗口办，上学证明可先开。',
      ),
  ]
}

/** 评事: being rated, failed and redone, gone up, closed. */
export function ratedStories(t: Times): Story[] {
  return [...beingRated(t), ...redone(t), ...emergencies(t), ...closedWell(t)]
}
