import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DAY } from '@yishiting/domain/matter/instant'
import { ROLE_CODES } from '@yishiting/domain/people/roles'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { resultOf } from '../../../../server/owners/votes/count'
import { type Hall, openHall } from '../../../support/hall'
import { addPerson, type TestPerson } from '../../../support/people'
import { downloadAs } from '../support/download'
import { type VoteOnRows, voteOnRows } from '../support/vote-rows'

let hall: Hall
let vote: VoteOnRows
let second: TestPerson
let folder: string
let zip: JSZip
let bytes: Buffer

const NAMES = ['张文海', '王秀琴', '李建国', '赵大勇', '钱小红', '孙玉兰', '吴卖掉']
const FLATS = [
  { code: '3-1-101', area: 1_000_001, owners: ['张文海'] },
  { code: '3-1-102', area: 832_500, owners: ['王秀琴', '李建国'] },
  { code: '3-2-101', area: 900_000, owners: ['赵大勇'] },
  { code: '4-1-101', area: 777_777, owners: ['张文海'] },
  { code: '4-1-102', area: 650_000, owners: ['钱小红'] },
  { code: '4-1-103', area: 650_000, owners: ['孙玉兰', '吴卖掉'] },
  { code: '5-1-101', area: 600_000, owners: ['吴卖掉'] },
  { code: '4-1-201', area: 500_000, owners: [], isDevelopers: true },
]

type Choice = 'agree' | 'against' | 'abstain' | 'blank' | 'invalid'
async function enter(who: TestPerson, unitCode: string, one: Choice, more: object = {}): Promise<void> {
  const [a, b, c] = vote.itemIds as [string, string, string]
  await hall.ok(who, 'owners.enterPaper', {
    params: { voteId: vote.id },
    body: { unitCode, channel: 'paper', marks: { [a]: one, [b]: 'agree', [c]: ['甲', '=乙'] }, ...more },
  })
}

async function fillAndClose(): Promise<void> {
  const { scrutineer: first, helper } = hall.people
  const knock = (code: string, outcome: 'delivered' | 'refused') =>
    hall.ok(helper, 'owners.deliver', {
      params: { voteId: vote.id },
      body: { keyNo: vote.keyNo(code), channel: 'door', outcome, note: '交给钱小红本人' },
    })
  // One flat changes hands before anybody has voted for it; the buyer's paper counts.
  await hall.ok(hall.people.committee_director, 'owners.transfer', {
    params: { voteId: vote.id },
    body: {
      unitCode: '5-1-101',
      at: new Date(hall.clock.now() - 1_000).toISOString(),
      owners: [{ name: '周新来', certificate: '', phone: '' }],
      reason: '周新来买下',
    },
  })
  await knock('4-1-102', 'delivered')
  await knock('4-1-103', 'refused')
  const readings: [string, Choice, Choice][] = [
    ['3-1-101', 'agree', 'agree'],
    ['3-1-102', 'agree', 'against'],
    ['3-2-101', 'blank', 'abstain'],
    ['4-1-201', 'agree', 'agree'],
    ['5-1-101', 'against', 'against'],
  ]
  for (const [code, one, other] of readings) {
    await enter(first, code, one)
    await enter(second, code, other)
  }
  await enter(first, '4-1-103', 'agree')
  await hall.pass(vote.closesAt - hall.clock.now())
  await hall.ok(first, 'owners.rule', {
    params: { voteId: vote.id },
    body: {
      keyNo: vote.keyNo('3-1-102'),
      itemId: vote.itemIds[0] as string,
      mark: 'agree',
      reason: '王秀琴当面说明',
    },
  })
}

beforeAll(async () => {
  hall = await openHall()
  second = await addPerson(hall.platform, hall.compound.id, { name: '另一位监票', roles: ['scrutineer'] })
  const options = ['甲', '=乙', '丙'].map((id) => ({ id, title: `方案${id}` }))
  vote = await voteOnRows(hall, {
    flats: FLATS,
    items: [
      { title: '换电梯', kind: 'special' },
      { title: '选物业' },
      { title: '选方案', kind: 'options', options },
    ],
    rules: { nonVoters: 'join_leading' },
  })
  hall.clock.forward(2 * DAY)
})
afterAll(() => hall.close())
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'export-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const place = () => `votes/${vote.id}/export.zip`

test('while it is open nobody gets the ballots', async () => {
  for (const role of ['committee_director', 'scrutineer'] as const) {
    expect(await downloadAs(hall, hall.people[role], place())).toMatchObject({
      status: 409,
      code: 'vote_frozen',
    })
  }
})

describe('after the close', () => {
  beforeAll(async () => {
    await fillAndClose()
    const answer = await downloadAs(hall, hall.people.committee_director, place())
    expect(answer.status).toBe(200)
    bytes = answer.bytes
    zip = await JSZip.loadAsync(bytes)
  })

  const root = () => Object.keys(zip.files).find((name) => name.endsWith('/')) as string
  const textOf = async (name: string) => (await zip.file(root() + name)?.async('string')) ?? ''

  /** Unpacked, with one file rewritten; where asked, the manifest is made to fit. */
  async function unpacked(
    change: Record<string, (text: string) => string> = {},
    mend = false,
  ): Promise<string> {
    const target = path.join(folder, 'export')
    await mkdir(target)
    for (const [name, file] of Object.entries(zip.files)) {
      if (!file.dir) await writeFile(path.join(target, path.basename(name)), await file.async('nodebuffer'))
    }
    for (const [name, rewrite] of Object.entries(change)) {
      const file = path.join(target, name)
      const before = await readFile(file, 'utf8')
      const after = rewrite(before)
      expect(after).not.toBe(before)
      await writeFile(file, after)
    }
    if (mend) await mendManifest(target)
    return target
  }

  async function mendManifest(target: string): Promise<void> {
    const { createHash } = await import('node:crypto')
    const file = path.join(target, 'manifest.json')
    const manifest = JSON.parse(await readFile(file, 'utf8'))
    for (const name of Object.keys(manifest.files)) {
      const content = await readFile(path.join(target, name))
      manifest.files[name].sha256 = createHash('sha256').update(content).digest('hex')
    }
    await writeFile(file, JSON.stringify(manifest))
  }

  async function recount(target: string) {
    const run = promisify(execFile)
    const args = ['--import', 'tsx', 'scripts/recount.ts', target]
    try {
      const { stdout } = await run(process.execPath, args)
      return { code: 0, said: JSON.parse(stdout), words: '' }
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
      return { code, said: stdout ? JSON.parse(stdout) : null, words: stderr }
    }
  }

  test('from the files alone the same result comes out, with the same digest: from the ZIP and from the folder', async () => {
    const kept = await resultOf(hall.platform.db, hall.compound.id, vote.id)
    const file = path.join(folder, 'vote.zip')
    await writeFile(file, bytes)
    for (const target of [file, await unpacked()]) {
      const { code, said } = await recount(target)
      expect(said).toMatchObject({ matches: true, digest: kept?.digest, changedFiles: [] })
      expect(code).toBe(0)
      const { countedAt: _at, digest: _digest, ...document } = kept as NonNullable<typeof kept>
      expect(said.result).toEqual(document)
    }
    // It is a vote in which something happened: a ruling, a blank, a paper read once, a delivery.
    expect(kept?.items[0]).toMatchObject({ deliveredNotVoted: { people: 1 }, abstain: { people: 1 } })
    expect(kept).toMatchObject({ conflicts: { ruled: 1 }, dispositions: { not_entered_twice: 1 } })
    expect(kept?.items[0]?.against).toEqual({ people: 1, area: '60.00' })
  })

  test.each([
    ['a choice was changed', 'ballots.csv', (text: string) => text.replace(/,agree,/, ',against,')],
    ['a ballot was taken away', 'ballots.csv', (text: string) => text.replace(/\r\n1,[^\r]*/, '')],
    ['an area was changed', 'units.csv', (text: string) => text.replace('100.0001', '100.0002')],
    ['a ruling was taken away', 'rulings.csv', (text: string) => `${text.split('\r\n')[0]}\r\n`],
    ['a delivery was made up', 'deliveries.csv', (text: string) => text.replace('refused', 'delivered')],
  ])(
    '%s: told, by the file and, where the manifest was made to fit, by the result',
    async (_, name, change) => {
      const plain = await recount(await unpacked({ [name]: change }))
      expect(plain).toMatchObject({ code: 1, said: { matches: false, changedFiles: [name] } })
      await rm(path.join(folder, 'export'), { recursive: true })
      const mended = await recount(await unpacked({ [name]: change }, true))
      expect(mended.said.changedFiles).toEqual([])
      expect(mended).toMatchObject({ code: 1, said: { matches: false } })
    },
  )

  test('a file added, a file gone, and a folder that is none', async () => {
    const target = await unpacked()
    await writeFile(path.join(target, 'more.csv'), 'x')
    expect(await recount(target)).toMatchObject({ code: 1, said: { changedFiles: ['more.csv'] } })
    await rm(path.join(target, 'keys.csv'))
    const gone = await recount(target)
    expect(gone.code).toBe(2)
    expect(gone.words).toContain('keys.csv is gone')
    expect((await recount(path.join(folder, 'nowhere'))).code).toBe(2)
    expect((await recount(__filename)).code).toBe(2)
  })

  test('no name, no flat, no person and no receipt leaves the house', async () => {
    const rows = await hall.platform.db
      .selectFrom('ownerBallots')
      .selectAll()
      .where('voteId', '=', vote.id)
      .execute()
    const forbidden = [
      ...NAMES,
      '周新来',
      ...FLATS.map(({ code }) => code),
      ...NAMES.map((name) => vote.ownerId(name)),
      ...Object.values(hall.people).flatMap(({ id, name, phone }) => [id, name, phone]),
      second.id,
      ...rows.flatMap(({ id, receiptCode, salt }) => [id, receiptCode, salt.toString('hex')]),
    ]
    for (const [name, file] of Object.entries(zip.files)) {
      if (file.dir) continue
      const content = await file.async('nodebuffer')
      const texts = name.endsWith('.xlsx') ? await textsOfXlsx(content) : [content.toString('utf8')]
      for (const word of forbidden)
        expect([name, texts.some((text) => text.includes(word))]).toEqual([name, false])
    }
  })

  async function textsOfXlsx(content: Buffer): Promise<string[]> {
    const inner = await JSZip.loadAsync(content)
    return Promise.all(
      Object.values(inner.files)
        .filter(({ dir }) => !dir)
        .map((file) => file.async('string')),
    )
  }

  test('the ballots in the order of receipt, to the millisecond, with both readings', async () => {
    const [header = '', ...lines] = (await textOf('ballots.csv')).trim().split('\r\n')
    expect(header.replace('\uFEFF', '')).toBe(
      'ballot_no,key_no,seat,edition,voter_no,capacity,channel,mandate_no,received_at,unsigned,mark_1,mark_2,mark_3,' +
        'second_entry,second_unsigned,second_mark_1,second_mark_2,second_mark_3,digest',
    )
    expect(lines).toHaveLength(6)
    expect(lines[1]).toMatch(/^2,\d+,paper,1,,owner,paper,,2026-03-13T02:00:00\.000Z,no,agree,agree,/)
    expect(lines[1]).toContain(',yes,no,against,agree,')
    expect(lines[5]).toContain(',no,,,,')
  })

  test('for people there are workbooks, every cell of them text', async () => {
    for (const name of ['ballots.xlsx', 'result.xlsx']) {
      const book = new ExcelJS.Workbook()
      await book.xlsx.load((await zip.file(root() + name)?.async('nodebuffer')) as never)
      expect(book.worksheets.length).toBeGreaterThan(2)
      for (const sheet of book.worksheets) {
        sheet.eachRow((row) =>
          row.eachCell((cell) => expect(typeof cell.value === 'string' || cell.value === null).toBe(true)),
        )
      }
    }
    const result = new ExcelJS.Workbook()
    await result.xlsx.load((await zip.file(`${root()}result.xlsx`)?.async('nodebuffer')) as never)
    expect(result.worksheets[0]?.getCell('A1').value).toBe('换电梯')
  })

  test('only the committee and the scrutineers get it', async () => {
    expect((await downloadAs(hall, null, place())).status).toBe(401)
    for (const role of ROLE_CODES) {
      const isTheirs = ['committee_director', 'committee_member', 'scrutineer'].includes(role)
      const { status } = await downloadAs(hall, hall.people[role], place())
      expect([role, status]).toEqual([role, isTheirs ? 200 : 403])
    }
  })

  test('the documents: notice for everybody, papers for those who hand them out, the count once it is published', async () => {
    const documentOf = (role: (typeof ROLE_CODES)[number], kind: string) =>
      downloadAs(hall, hall.people[role], `votes/${vote.id}/documents/${kind}`)
    expect((await documentOf('tenant', 'notice')).status).toBe(200)
    for (const role of ROLE_CODES) {
      const isTheirs = ['committee_director', 'committee_member', 'scrutineer'].includes(role)
      expect([role, (await documentOf(role, 'ballots')).status]).toEqual([role, isTheirs ? 200 : 403])
    }
    expect((await documentOf('committee_director', 'count')).status).toBe(404)
    const { db } = hall.platform
    await db.updateTable('ownerVotes').set({ state: 'published' }).where('id', '=', vote.id).execute()
    const count = await documentOf('owner', 'count')
    expect(count.status).toBe(200)
    expect(count.headers['content-disposition']).toContain(encodeURIComponent('计票表-'))
    expect((await documentOf('owner', 'minutes')).status).toBe(404)
  })
})
