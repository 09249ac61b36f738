import http from 'node:http'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { COMPOUND } from '../../../server/demo/compound'
import { meetingId } from '../../../server/demo/story/names'
import { MiniApp } from '../../weapp/host'
import { ask, become, sayYes } from '../../weapp/support'

const WHOLE_MEETING_MS = 180_000
const id = meetingId('coming')

/** The digits on the hall's television, as the one beside her reads them out. */
async function digits(): Promise<string> {
  const url = `${process.env.HALL_URL}/api/compounds/${COMPOUND.id}/meetings/${id}`
  const headers = { authorization: `Bearer ${process.env.HALL_TOKEN}` }
  const text = await new Promise<string>((resolve, reject) => {
    http
      .get(url, { headers }, (answer) => {
        let all = ''
        answer.on('data', (part) => {
          all += part
        })
        answer.on('end', () => resolve(all))
      })
      .on('error', reject)
  })
  return (JSON.parse(text) as MeetingView).checkInCode ?? ''
}

/** 吴桂兰 takes part in the mini-program as it ships, over its own socket, while six others do so in browsers (assembly.test.ts). */
test(
  '吴桂兰用小程序参加',
  async () => {
    const app = new MiniApp(process.env.HALL_URL ?? '')
    await app.launch()
    await become(app, 'wu')
    const page = await app.open(`/deliberate/pages/meeting/index?id=${id}`)
    await page.sees('现在议', WHOLE_MEETING_MS)
    await page.type('checkin-code', await digits())
    await page.tap('checkin')
    await page.sees('您已经签到')

    await page.sees('充电口先装在哪里？', WHOLE_MEETING_MS)
    await page.tap('choice-o1')
    await page.tap('vote-submit')
    await sayYes(page)
    await page.sees('您投过了')
    await page.sees('“东侧车棚”选的人最多。', WHOLE_MEETING_MS)

    await page.sees('投后不能改', WHOLE_MEETING_MS)
    await page.tap('choice-agree')
    await page.tap('vote-submit')
    await sayYes(page)
    await page.sees('您投过了')
    await page.sees('4 人同意，1 人不同意，0 人弃权', WHOLE_MEETING_MS)
    await page.sees('开完了', WHOLE_MEETING_MS)
    const { votedPolls } = (await ask(app, `/api/compounds/${COMPOUND.id}/meetings/${id}`)) as MeetingView
    expect(votedPolls).toHaveLength(2)
    expect(app.calls.filter(({ name }) => name === 'connectSocket').length).toBeGreaterThan(0)
    expect(app.complaints).toEqual([])
  },
  WHOLE_MEETING_MS,
)
