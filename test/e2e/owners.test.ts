import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { VoteView } from '@yishiting/domain/contract/owners'
import { DAY } from '@yishiting/domain/matter/instant'
import type { PersonaKey } from '../../server/demo/people/personas'
import { ON_PAPER, rightRoll, wrongRoll } from '../support/roll-csv'
import { journey } from './support/journey'
import { type Photos, takePhotos } from './support/photos'

const run = promisify(execFile)

const chinaDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

/** 民法典 278 from the roll to the recount, by everybody who has a part in it (issue 3, “Must show”). */
describe('业主表决：名册、公告、投票、计票、公布、复核', () => {
  const { hall, step } = journey()
  let folder = ''
  let voteId = ''
  let itemId = ''
  let photos: Photos

  beforeAll(async () => {
    photos = await takePhotos(1)
    folder = await mkdtemp(path.join(os.tmpdir(), 'hall-vote-'))
  })
  afterAll(async () => {
    await photos?.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const see = async (who: PersonaKey): Promise<VoteView> =>
    (await hall().api(who)).ok('owners.read', { params: { voteId } })

  async function chooseRoll(name: string, text: string): Promise<void> {
    const director = await hall().phone('director')
    const file = path.join(folder, name)
    await writeFile(file, text)
    const chooser = director.page.waitForEvent('filechooser')
    await director.tap('import-file')
    await (await chooser).setFiles(file)
    await director.tap('import-check')
  }

  step('名册有一行不对，一行也不导；改好了就导入', async () => {
    const director = await hall().phone('director')
    await director.go('/roll')
    await director.tap('roll-import')
    await chooseRoll('wrong.csv', wrongRoll())
    await director.sees('有 1 行不对，一行也没有导入')
    await director.tap('import-restart')
    await chooseRoll('right.csv', rightRoll())
    await director.sees('324 行都对 ✓')
    await director.tap('import-next')
    await director.type('import-reason', '十一月重新查档')
    await director.tap('import-apply')
    await director.sayYes()
    await director.sees('名册导入好了')
  })

  step('起草一次表决，看一遍，公告', async () => {
    const director = await hall().phone('director')
    const now = await hall().now()
    await director.go('/vote-draft')
    await director.type('draft-title', '动用维修资金修 3 号楼屋顶')
    await director.type('draft-why', '顶楼三年来一直漏。')
    await director.type('draft-contact', '业委会 021-5550-0103')
    await director.tap('draft-next')
    await director.type('item-title-1', '修 3 号楼屋顶')
    await director.tap('item-topic-1')
    await director.tap('item-topic-1-5')
    await director.type('item-body-1', '重做防水，保修十年，预算 18 万元，从维修资金出。')
    await director.tap('draft-next')
    await director.tap('draft-next')
    await director.tap('draft-next')
    await director.sees(/没有定，不能开始投票/)
    await director.tap('special-excluded')
    await director.tap('draft-next')
    await director.type('opens-day', chinaDay(now + 17 * DAY))
    await director.type('opens-time', '09:00')
    await director.type('closes-day', chinaDay(now + 27 * DAY))
    await director.type('closes-time', '18:00')
    await director.tap('draft-next')
    await director.sees('参加的人里，人数和面积都要超过一半同意，才通过。')
    await director.tap('draft-notice')
    await director.sayYes()
    await director.sees('已公告')
    const { votes } = await (await hall().api('director')).ok('owners.votes')
    voteId = votes.find(({ title }) => title.includes('屋顶'))?.id ?? ''
    const vote = await see('director')
    expect(vote).toMatchObject({ state: 'noticed', rollVersion: 2 })
    itemId = vote.items[0]?.id ?? ''
  })

  step('公告以后、开始之前：看得到，投不了；每位业主查得到自己能不能投', async () => {
    const zhang = await hall().phone('zhang')
    await zhang.go(`/vote?id=${voteId}`)
    await zhang.sees(/开始投票|起可以投/)
    await zhang.go('/my-roll')
    await zhang.sees(/可以投票，算 1 人/)
    await hall().pass(Date.parse((await see('zhang')).opensAt) - (await hall().now()) + 1_000)
  })

  const vote = async (who: PersonaKey, choice: 'agree' | 'against' | 'abstain') => {
    const phone = await hall().phone(who)
    await phone.go(`/vote?id=${voteId}`)
    await phone.tap('vote-go')
    await phone.tap(`choice-${itemId}-${choice}`)
    await phone.tap('ballot-submit')
    await phone.tap('ballot-confirm')
    await phone.it('receipt-code').waitFor()
    return (await phone.it('receipt-code').innerText()).trim()
  }

  step('三位业主在手机上投，各有回执', async () => {
    const codes = [await vote('zhang', 'agree'), await vote('wang', 'agree'), await vote('wu', 'against')]
    expect(new Set(codes).size).toBe(3)
    for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    const { participation, rights } = await see('zhang')
    expect(participation?.voted.people).toBe(3)
    expect(rights[0]?.receipt?.code).toBe(codes[0])
    const chen = await hall().phone('chen')
    await chen.go(`/vote?id=${voteId}`)
    expect(await chen.text()).not.toMatch(/3 人同意|2 人同意|1 人不同意/)
  })

  step('一位业主书面委托家属代投', async () => {
    const [owner, chen] = [await hall().phone('scrutineer1'), await hall().phone('chen')]
    const [right] = (await see('scrutineer1')).rights
    await owner.go(`/mandate?id=${voteId}&key=${right?.keyNo}`)
    await owner.addPhotos(photos.files, 'photo-add', 1)
    await owner.tap('mandate-how-free')
    await owner.tap('mandate-send')
    await owner.it('mandate-code').waitFor()
    const code = (await owner.it('mandate-code').innerText()).replace(/\D/g, '')
    expect(code).toHaveLength(6)
    await chen.go(`/mandate?id=${voteId}`)
    await chen.type('mandate-code', code)
    await chen.tap('mandate-accept')
    await chen.go(`/vote?id=${voteId}`)
    await vote('chen', 'agree')
  })

  const enterPaper = async (who: 'scrutineer1' | 'scrutineer2', code: string, choice: string) => {
    const phone = await hall().phone(who)
    await phone.go(`/papers?id=${voteId}`)
    await phone.tap('paper-new')
    await phone.type('paper-unit', code)
    await phone.tap('paper-channel-paper')
    await phone.tap(`mark-${itemId}-${choice}`)
    await phone.tap('paper-save')
    await phone.it('paper-saved').waitFor()
    return phone
  }

  step('两张纸质票，两位监票人各录一遍，一张对不上', async () => {
    const [one = '', two = ''] = ON_PAPER
    await (await enterPaper('scrutineer1', one, 'agree')).sees(/第一遍/)
    await enterPaper('scrutineer1', two, 'agree')
    await enterPaper('scrutineer2', one, 'agree')
    await (await enterPaper('scrutineer2', two, 'against')).sees(/对不上/)
    const { papers, mismatches } = await (await hall().api('scrutineer2')).ok('owners.papers', {
      params: { voteId },
    })
    expect([papers.length, mismatches]).toEqual([2, 1])
  })

  step('支部看得到公告，什么也做不了', async () => {
    const secretary = await hall().phone('secretary')
    await secretary.go(`/vote?id=${voteId}`)
    await secretary.sees('动用维修资金修 3 号楼屋顶')
    expect(await secretary.it('vote-go').count()).toBe(0)
    expect(Object.values((await see('secretary')).can)).not.toContain(true)
  })

  step('到点自动截止、自动计票；监票人认定对不上的那张', async () => {
    await hall().pass(Date.parse((await see('zhang')).closesAt) - (await hall().now()) + 1_000)
    expect((await see('director')).result?.conflicts).toEqual({ open: 1, ruled: 0 })
    const scrutineer = await hall().phone('scrutineer2')
    await scrutineer.go(`/conflicts?id=${voteId}`)
    const { conflicts } = await (await hall().api('scrutineer2')).ok('owners.conflicts', {
      params: { voteId },
    })
    await scrutineer.tap(`rule-${conflicts[0]?.keyNo}-${itemId}`)
    await scrutineer.tap('rule-0')
    await scrutineer.type('rule-reason', '原票勾的是同意，第二遍录错了')
    await scrutineer.tap('rule-submit')
    await scrutineer.sayYes()
    await scrutineer.sees(/理由：原票勾的是同意/)
    expect((await see('director')).result?.conflicts).toEqual({ open: 0, ruled: 1 })
  })

  step('业委会公布；大家看到人数、面积和差多少', async () => {
    const director = await hall().phone('director')
    await director.go(`/vote-desk?id=${voteId}`)
    await director.tap('vote-publish')
    await director.sayYes()
    await director.sees('结果公布了')
    const zhang = await hall().phone('zhang')
    await zhang.go(`/vote?id=${voteId}`)
    await zhang.sees(/没通过：还差 \d+ 人参加/)
    const { result } = await see('zhang')
    expect(result?.items[0]).toMatchObject({
      verdict: 'FAIL',
      participating: { people: 6 },
      agree: { people: 5 },
      against: { people: 1 },
    })
  })

  step('拿导出的文件自己算一遍，摘要和公布的一样', async () => {
    const director = await hall().phone('director')
    await director.go(`/vote-desk?id=${voteId}`)
    const download = director.page.waitForEvent('download')
    await director.tap('file-export')
    const file = path.join(folder, 'export.zip')
    await (await download).saveAs(file)
    const { stdout } = await run('npm', ['run', '--silent', 'recount', '--', file])
    const counted = JSON.parse(stdout) as { digest: string; matches: boolean }
    expect([counted.digest, counted.matches]).toEqual([(await see('zhang')).result?.digest, true])
  })
})
