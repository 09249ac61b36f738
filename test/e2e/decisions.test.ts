import type { BodyOf } from '@yishiting/domain/contract'
import { personaId } from '../../server/demo/compound'
import { BUILDINGS } from '../../server/demo/people/buildings'
import type { PersonaKey } from '../../server/demo/people/personas'
import { journey } from './support/journey'

const MINUTE = 60_000

/** What the branch decides about a matter, who may object, and who is told what somebody else did first. */
describe('理事：退回、复核、并案、两个人同时分类', () => {
  const { hall, step } = journey()
  let returnedId = ''

  const raise = async (who: PersonaKey, title: string): Promise<string> => {
    const body: BodyOf<'speak.raise'> = {
      title,
      text: `${title}，已经一个星期了。`,
      place: { buildingId: BUILDINGS[4]?.id ?? null, detail: '' },
      photoIds: [],
      isPrivate: false,
      onBehalf: null,
    }
    return (await (await hall().api(who)).ok('speak.raise', { body })).id
  }
  const look = async (who: PersonaKey, matterId: string) =>
    (await hall().api(who)).ok('speak.read', { params: { matterId } })

  step('退回要写明原因和去处，报事人看得到', async () => {
    returnedId = await raise('wang', '楼下商铺的广告灯太亮')
    const secretary = await hall().phone('secretary')
    await secretary.go(`/sort?id=${returnedId}`)
    await secretary.tap('do-return')
    await secretary.tap('return-submit')
    await secretary.sees('退回要写明该去哪里办、怎么办。')
    await secretary.type('return-reason', '商铺的灯归城管管，小区定不了')
    await secretary.type('return-where', '打 12345，说明是哪一家商铺')
    await secretary.tap('return-submit')
    await secretary.sayYes()
    await secretary.sees('退回了')

    const wang = await hall().phone('wang')
    await wang.go(`/matter?id=${returnedId}`)
    await wang.sees(/商铺的灯归城管管/)
    await wang.sees(/打 12345/)
  })

  step('报事人不同意，申请一次复核', async () => {
    const wang = await hall().phone('wang')
    await wang.tap('more')
    await wang.tap('act-object')
    await wang.sees('只能申请一次')
    await wang.type('reason', '灯装在我们楼的外墙上，外墙是大家的')
    await wang.tap('reason-send')
    await wang.sees('报事人申请复核，由另一位来看')
    expect((await look('wang', returnedId)).can).not.toContain('object')
  })

  step('定的人不能复核自己；另一位复核，改正了', async () => {
    const secretary = await hall().phone('secretary')
    await secretary.go(`/sort?id=${returnedId}`)
    await secretary.sees('这件事现在不用您来理')
    expect(await secretary.it('review-submit').count()).toBe(0)

    const sorter = await hall().phone('sorter')
    await sorter.go('/queue')
    await sorter.tap(`decide-${returnedId}`)
    await sorter.sees('灯装在我们楼的外墙上，外墙是大家的')
    await sorter.tap('review-yes')
    await sorter.type('review-reason', '外墙是共有部分，应当由小区来管')
    await sorter.tap('review-submit')
    await sorter.sayYes()
    await sorter.sees('复核完了')
    const wang = await hall().phone('wang')
    await wang.go(`/matter?id=${returnedId}`)
    await wang.sees(/外墙是共有部分/)
  })

  step('并案：附议的人一起过去，报事人也成了附议的人', async () => {
    const into = await raise('chen', '五号楼门禁坏了进不来')
    const from = await raise('wang', '五号楼单元门刷卡没反应')
    for (const who of ['li', 'zhang'] as const) {
      await (await hall().api(who)).ok('speak.support', { params: { matterId: from }, body: { on: true } })
    }
    const sorter = await hall().phone('sorter')
    await sorter.go(`/sort?id=${from}`)
    await sorter.tap('do-merge')
    await sorter.type('merge-search', '门禁坏了')
    await sorter.tap(`merge-${into}`)
    await sorter.type('merge-reason', '是同一扇门')
    await sorter.tap('merge-submit')
    await sorter.sayYes()
    await sorter.sees('并过去了')

    const wang = await hall().phone('wang')
    await wang.go(`/matter?id=${from}`)
    await wang.tap('merged-into')
    await wang.sees('五号楼门禁坏了进不来')
    await wang.sees(/3 人也遇到/)
    expect((await look('li', into)).supported).toBe(true)
    expect((await look('wang', into)).supported).toBe(true)
  })

  step('两个人同时分类：后一个知道前一个做了什么，填好的没有丢', async () => {
    const matterId = await raise('li', '北门快递柜挡了消防通道')
    const secretary = await hall().phone('secretary')
    const sorter = await hall().phone('sorter')
    for (const phone of [secretary, sorter]) {
      await phone.go(`/sort?id=${matterId}`)
      await phone.tap('topic-fire')
      await phone.tap('route-property')
      await phone.tap('lead-property')
      await phone.tap(`lead-property-${personaId('property')}`)
      await phone.type('sort-reason', '挪柜子是物业的事')
    }
    await sorter.tap('sort-submit')
    await sorter.sayYes()
    await sorter.sees('分好了')

    secretary.complaints.expect(412, /\/sort$/)
    await secretary.tap('sort-submit')
    await secretary.sayYes()
    await secretary.sees(/支部委员已经“.+”了。下面是最新的/)
    await secretary.sees('物业工程部')
    const { timeline, routeViews } = await look('secretary', matterId)
    expect(routeViews).toHaveLength(1)
    expect(timeline.filter(({ title }) => title.startsWith('分为'))).toHaveLength(1)
  })

  step('退回的补充后能重提，又排进来', async () => {
    const matterId = await raise('li', '楼道里有东西')
    const secretary = await hall().api('secretary')
    const { version } = await secretary.ok('speak.read', { params: { matterId } })
    await secretary.ok('sort.return', {
      params: { matterId },
      body: { reason: '看不出是什么东西、在哪一层', whereTo: '补上楼层和照片再交' },
      ifMatch: version,
    })
    await hall().pass(MINUTE)
    const li = await hall().phone('li')
    await li.go(`/matter?id=${matterId}`)
    await li.tap('act-resubmit')
    await li.type('reason', '五号楼三层，一个旧沙发')
    await li.tap('reason-send')
    await li.sees('等支部接件')
    const { matters } = await secretary.ok('sort.queue')
    expect(matters.map(({ id }) => id)).toContain(matterId)
  })
})
