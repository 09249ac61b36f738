import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import type { ImportCheck, ImportView, RollView } from '@yishiting/domain/contract/owners'
import ImportPage from '@/owners/pages/import'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { answer, draw, freshPhone, me, Refusal, sent, serve } from './desk'
import { COMPOUND } from './vote'

const IMPORT = '44444444-4444-4444-8444-444444444444'
const view: ImportView = {
  id: IMPORT,
  fileName: '业主清单.xlsx',
  header: ['室号', '建筑面积', '产权人'],
  sample: [
    ['3-2-501', '89.43', '张**、李*'],
    ['3-2-502', '', '王**'],
  ],
  lines: 36,
  mapping: { area: 1, owners: 2 },
}
const good: ImportCheck = {
  lines: 36,
  good: 36,
  bad: [],
  badCount: 0,
  warnings: [{ line: 8, code: '3-2-504', reason: '没有面积，先导入，公告之前要补上。' }],
  summary: { units: 36, people: 35, area: '3508.53', developerUnits: 2, specialUnits: 0, withoutArea: 1 },
}
const bad: ImportCheck = {
  ...good,
  good: 34,
  bad: [
    { line: 5, code: '3-2-501', reason: '房号和第 3 行重复。' },
    { line: 9, code: '', reason: '面积要写成数字。' },
  ],
  badCount: 2,
  warnings: [],
}
const roll: RollView = {
  version: 1,
  units: 36,
  people: 35,
  area: '3508.53',
  withoutArea: 1,
  registry: { units: 36, area: '3508.53', unitDifference: 0, areaDifference: '0' },
  buildings: [],
  versions: [],
  openRequests: 0,
  flags: [],
}
const upload = Taro.uploadFile as unknown as jest.Mock
const chooseMessageFile = jest.fn()
Object.assign(Taro, { chooseMessageFile })

const CHECK = /\/roll\/imports\/[^/]+\/check$/
const APPLY = /\/roll\/imports\/[^/]+\/apply$/

beforeEach(() => {
  freshPhone()
  upload.mockReset().mockResolvedValue({ statusCode: 201, data: JSON.stringify(view) })
  chooseMessageFile
    .mockReset()
    .mockResolvedValue({ tempFiles: [{ path: 'tmp/1.xlsx', name: '业主清单.xlsx', size: 9000 }] })
})

const start = (check: ImportCheck) => {
  serve(me({ keepRoll: true }), ['POST', CHECK, () => check], ['POST', APPLY, () => roll])
  return draw(<ImportPage />)
}

test('lines that are wrong are listed with their reasons, and there is no way to import the rest', async () => {
  const { tap, find } = start(bad)
  await tap('import-file')
  await waitFor(() => expect(find('column-code')).not.toBeNull())
  expect(upload.mock.calls[0][0]).toMatchObject({
    url: `/api/compounds/${COMPOUND}/roll/imports`,
    filePath: 'tmp/1.xlsx',
    name: 'file',
    fileName: '业主清单.xlsx',
    header: { authorization: 'Bearer token' },
  })
  // Without the number of the home nothing can be checked.
  await tap('import-check')
  expect(sent('POST', CHECK)).toEqual([])
  await tap('column-code')
  expect(screen.getByText('例如 3-2-501')).toBeTruthy()
  await tap('column-code-0')
  await tap('import-check')
  expect(sent('POST', CHECK)).toEqual([{ mapping: { code: 0, area: 1, owners: 2 } }])

  expect(await screen.findByText('有 2 行不对，一行也没有导入')).toBeTruthy()
  expect(screen.getByText('第 5 行 · 3-2-501')).toBeTruthy()
  expect(screen.getByText('房号和第 3 行重复。')).toBeTruthy()
  expect(screen.getByText('第 9 行')).toBeTruthy()
  expect(find('import-next')).toBeNull()
  expect(find('import-apply')).toBeNull()
  await tap('import-restart')
  await waitFor(() => expect(find('import-file')).not.toBeNull())
})

test('a good file: the summary in words, a reason, the registry’s totals, and a question before it is taken', async () => {
  const { tap, type } = start(good)
  await tap('import-file')
  await tap('column-code')
  await tap('column-code-0')
  await tap('import-check')
  expect(await screen.findByText('36 行都对 ✓')).toBeTruthy()
  const summary = '36 户、35 人、3508.53 ㎡；其中开发商 2 户，没有面积的 1 户'
  expect(screen.getByText(summary)).toBeTruthy()
  expect(screen.getByText('没有面积，先导入，公告之前要补上。')).toBeTruthy()
  await tap('import-next')
  await tap('import-apply')
  expect(screen.getByText('请写明原因。')).toBeTruthy()
  await type('import-reason', '登记中心查询')
  await type('import-units', '36')
  await type('import-area', '3508.53')
  await tap('import-apply')
  await waitFor(() => expect(readOverlay().question?.text).toContain(summary))
  expect(sent('POST', APPLY)).toEqual([])
  await answer(true)
  await waitFor(() =>
    expect(sent('POST', APPLY)).toEqual([
      {
        mapping: { code: 0, area: 1, owners: 2 },
        reason: '登记中心查询',
        registryUnits: 36,
        registryArea: '3508.53',
      },
    ]),
  )
})

test('a column of the file is used once: chosen for another, it is taken from the first', async () => {
  const { tap } = start(good)
  await tap('import-file')
  await tap('column-code')
  await tap('column-code-0')
  await tap('column-areaSource')
  await tap('column-areaSource-1')
  await tap('import-check')
  expect(sent('POST', CHECK)).toEqual([{ mapping: { code: 0, areaSource: 1, owners: 2 } }])
})

test('what the server could not read is said where the file was chosen, and another can be chosen', async () => {
  const { tap } = start(good)
  upload.mockResolvedValue({
    statusCode: 422,
    data: JSON.stringify({ code: 'file_unreadable', status: 422, detail: '这个文件打不开。' }),
  })
  await tap('import-file')
  expect(await screen.findByText('这个文件打不开。')).toBeTruthy()
  expect(screen.getByText('再选一次')).toBeTruthy()
})

test('somebody else imported meanwhile: the server’s sentence stands at the button', async () => {
  const { tap, type } = start(good)
  serve(
    me({ keepRoll: true }),
    ['POST', CHECK, () => good],
    [
      'POST',
      APPLY,
      () => new Refusal(409, { code: 'import_used', status: 409, detail: '这份已经导入过了。' }),
    ],
  )
  await tap('import-file')
  await tap('column-code')
  await tap('column-code-0')
  await tap('import-check')
  await tap('import-next')
  await type('import-reason', '登记中心查询')
  await tap('import-apply')
  await waitFor(() => expect(readOverlay().question).not.toBeNull())
  await answer(true)
  expect(await screen.findByText('这份已经导入过了。')).toBeTruthy()
})

test('whoever does not keep the roll is told whose it is', async () => {
  serve(me({}))
  draw(<ImportPage />)
  expect(await screen.findByText('名册由业委会来管')).toBeTruthy()
})
