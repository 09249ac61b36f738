import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ConflictLineView, VoteCardView, VoteView } from '@yishiting/domain/contract/owners'
import { DAY } from '@yishiting/domain/matter/instant'
import { COMPOUND } from '../../server/demo/compound'
import type { PersonaKey } from '../../server/demo/people/personas'
import { ON_PAPER, rightRoll, wrongRoll } from '../support/roll-csv'
import { type ServerProcess, startServerProcess } from '../support/server-process'
import { MiniApp, waitFor } from './host'
import { ask, become, download, passTo, sayYes, takePhoto } from './support'

const run = promisify(execFile)
const VOTES = `/api/compounds/${COMPOUND.id}/votes`
const chinaDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

/** 民法典 278 from the roll to the recount in the mini-program as it ships, against the real server. */
describe('业主表决：名册、公告、投票、计票、公布、复核', () => {
  let server: ServerProcess
  let app: MiniApp
  let folder: string
  let photo: string
  let voteId = ''
  let itemId = ''

  beforeAll(async () => {
    server = await startServerProcess()
    folder = await mkdtemp(path.join(os.tmpdir(), 'weapp-vote-'))
    photo = await takePhoto()
    app = new MiniApp(server.url)
    app.answers.photos = [photo]
    await app.launch()
  }, 120_000)

  afterAll(async () => {
    await server?.stop()
    await rm(photo, { force: true })
    await rm(folder, { recursive: true, force: true })
  })

  afterEach(() => {
    expect(app.complaints).toEqual([])
  })

  const see = async (): Promise<VoteView> => (await ask(app, `${VOTES}/${voteId}`)) as VoteView
  const votePage = () => app.open(`/owners/pages/vote/index?id=${voteId}`)

  async function choose(name: string, text: string): Promise<void> {
    const file = path.join(folder, name)
    await writeFile(file, text)
    app.answers.files = [file]
    await app.current().tap('import-file')
    await app.current().tap('import-check')
  }

  test('名册有一行不对，一行也不导；改好了就导入', async () => {
    await become(app, 'director')
    const roll = await app.open('/owners/pages/roll/index')
    await roll.tap('roll-import')
    const wizard = await app.at('owners/pages/import/index')
    await choose('wrong.csv', wrongRoll())
    await wizard.sees('有 1 行不对，一行也没有导入')
    await wizard.tap('import-restart')
    await choose('right.csv', rightRoll())
    await wizard.sees('324 行都对')
    await wizard.tap('import-next')
    await wizard.type('import-reason', '十一月重新查档')
    await wizard.tap('import-apply')
    await sayYes(wizard)
    const after = await app.at('owners/pages/roll/index')
    await after.sees('十一月重新查档')
  }, 60_000)

  test('起草，公告', async () => {
    const { now } = (await ask(app, '/api/demo/clock')) as { now: string }
    const plan = await app.open('/owners/pages/draft/index')
    await plan.type('draft-title', '动用维修资金修 3 号楼屋顶')
    await plan.type('draft-why', '顶楼三年来一直漏。')
    await plan.type('draft-contact', '业委会 021-5550-0103')
    await plan.tap('draft-next')
    await plan.type('item-title-1', '修 3 号楼屋顶')
    await plan.tap('item-topic-1')
    await plan.tap('item-topic-1-5')
    await plan.type('item-body-1', '重做防水，保修十年，预算 18 万元，从维修资金出。')
    await plan.tap('draft-next')
    await plan.tap('draft-next')
    await plan.tap('special-excluded')
    await plan.tap('draft-next')
    const at = Date.parse(now)
    await plan.change('opens-day', chinaDay(at + 17 * DAY))
    await plan.change('opens-time', '09:00')
    await plan.change('closes-day', chinaDay(at + 27 * DAY))
    await plan.change('closes-time', '18:00')
    await plan.tap('draft-next')
    await plan.sees('才通过')
    await plan.tap('draft-notice')
    await sayYes(plan)
    const desk = await app.at('owners/pages/desk/index')
    await desk.sees('已公告')
    const { votes } = (await ask(app, VOTES)) as { votes: VoteCardView[] }
    voteId = votes.find(({ title }) => title.includes('屋顶'))?.id ?? ''
    itemId = (await see()).items[0]?.id ?? ''
  }, 60_000)

  async function vote(who: PersonaKey, choice: 'agree' | 'against' | 'abstain'): Promise<string> {
    await become(app, who)
    const page = await votePage()
    await page.tap('vote-go')
    const ballot = await app.at('owners/pages/ballot/index')
    await ballot.tap(`choice-${itemId}-${choice}`)
    await ballot.tap('ballot-submit')
    await ballot.tap('ballot-confirm')
    await ballot.sees('投好了')
    return ballot.textOf('receipt-code').trim()
  }

  test('三位业主投票，各有回执', async () => {
    await passTo(app, Date.parse((await see()).opensAt) + 1_000)
    const codes = [await vote('zhang', 'agree'), await vote('wang', 'agree'), await vote('wu', 'against')]
    expect(new Set(codes).size).toBe(3)
    expect((await see()).participation?.voted.people).toBe(3)
  }, 120_000)

  test('一位业主委托家属，家属代投', async () => {
    await become(app, 'scrutineer1')
    const [right] = (await see()).rights
    const form = await app.open(`/owners/pages/mandate/index?id=${voteId}&key=${right?.keyNo}`)
    await form.tap('photo-add')
    await waitFor(() => expect(form.has('photo-add')).toBe(false))
    await form.tap('mandate-how-free')
    // A photo still on its way is told of, and the thumb tries again.
    await waitFor(async () => {
      await form.tapIfThere('mandate-send')
      if (!form.has('mandate-code')) throw new Error(`no code yet; the page says: ${form.text}`)
    })
    const code = form.textOf('mandate-code').replace(/\D/g, '')
    await become(app, 'chen')
    const accept = await app.open(`/owners/pages/mandate/index?id=${voteId}`)
    await accept.type('mandate-code', code)
    await accept.tap('mandate-accept')
    await accept.seesNoMore('接受委托')
    await vote('chen', 'agree')
  }, 120_000)

  async function enterPaper(code: string, choice: string): Promise<void> {
    const papers = await app.open(`/owners/pages/papers/index?id=${voteId}`)
    await papers.tap('paper-new')
    await papers.type('paper-unit', code)
    await papers.tap('paper-channel-paper')
    await papers.tap(`mark-${itemId}-${choice}`)
    await papers.tap('paper-save')
    await waitFor(() => expect(papers.has('paper-saved')).toBe(true))
  }

  test('两张纸质票，两位监票人各录一遍，一张对不上', async () => {
    const [one = '', two = ''] = ON_PAPER
    await become(app, 'scrutineer1')
    await enterPaper(one, 'agree')
    await enterPaper(two, 'agree')
    await become(app, 'scrutineer2')
    await enterPaper(one, 'agree')
    await enterPaper(two, 'against')
    expect(await ask(app, `${VOTES}/${voteId}/papers`)).toMatchObject({ mismatches: 1, waiting: 0 })
  }, 120_000)

  test('到点截止；认定对不上的票；公布', async () => {
    await passTo(app, Date.parse((await see()).closesAt) + 1_000)
    // Whoever looks only now sees the vote as it is now.
    await become(app, 'scrutineer1')
    const { conflicts } = (await ask(app, `${VOTES}/${voteId}/conflicts`)) as {
      conflicts: ConflictLineView[]
    }
    const page = await app.open(`/owners/pages/conflicts/index?id=${voteId}`)
    await page.tap(`rule-${conflicts[0]?.keyNo}-${itemId}`)
    const form = await waitFor(() => {
      const above = app.current()
      if (above.page === page.page) throw new Error('the paper has not been opened yet')
      return above
    })
    await form.tap('rule-0')
    await form.type('rule-reason', '原票勾的是同意，第二遍录错了')
    await form.tap('rule-submit')
    await sayYes(form)
    await page.sees('理由：原票勾的是同意')
    await become(app, 'director')
    const desk = await app.open(`/owners/pages/desk/index?id=${voteId}`)
    await desk.tap('vote-publish')
    await sayYes(desk)
    await desk.sees('结果公布了')
    await become(app, 'zhang')
    await (await votePage()).sees(/没通过：还差 \d+ 人参加/)
    expect((await see()).result?.items[0]).toMatchObject({ agree: { people: 5 }, against: { people: 1 } })
  }, 120_000)

  test('拿导出的文件自己算一遍，摘要和公布的一样', async () => {
    await become(app, 'director')
    const file = path.join(folder, 'export.zip')
    await writeFile(file, await download(app, `${VOTES}/${voteId}/export.zip`))
    const { stdout } = await run('npm', ['run', '--silent', 'recount', '--', file])
    const counted = JSON.parse(stdout) as { digest: string; matches: boolean }
    expect([counted.digest, counted.matches]).toEqual([(await see()).result?.digest, true])
  }, 60_000)
})
