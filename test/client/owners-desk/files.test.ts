import { chooseFile } from '@/parts/files/choose-file.h5'
import { openFile } from '@/parts/files/open-file.h5'

// What the browser gives and jsdom lacks.
Object.assign(URL, { createObjectURL: jest.fn(() => 'blob:1'), revokeObjectURL: jest.fn() })
const clicked: { href: string; download: string }[] = []
const wait = () => document.querySelector('input[type=file]') as HTMLInputElement

beforeEach(() => {
  clicked.length = 0
  jest.useFakeTimers()
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push({ href: this.href, download: this.download })
  })
})
afterEach(() => jest.useRealTimers())

test('a file chosen in a browser keeps its name, and the page is left as it was', async () => {
  const chosen = chooseFile(['xlsx', 'csv'])
  expect(wait().accept).toBe('.xlsx,.csv')
  const file = new File(['abc'], '业主清单.csv')
  Object.defineProperty(wait(), 'files', { value: [file] })
  wait().dispatchEvent(new Event('change'))
  expect(await chosen).toEqual({ path: 'blob:1', name: '业主清单.csv', size: 3 })
  expect(wait()).toBeNull()
})

test('changing one’s mind is no error', async () => {
  const chosen = chooseFile(['xlsx'])
  wait().dispatchEvent(new Event('cancel'))
  expect(await chosen).toBeNull()
})

const answer = (ok: boolean, status: number, body: string) =>
  Object.assign(globalThis, {
    fetch: jest.fn(async () => ({ ok, status, text: async () => body, blob: async () => ({ size: 3 }) })),
  })
const file = { url: '/x', header: { authorization: 'Bearer t' }, name: '公告.docx' }

test('a file is fetched with the session’s header and kept under its name', async () => {
  answer(true, 200, '')
  await openFile(file)
  expect(globalThis.fetch).toHaveBeenCalledWith('/x', { headers: file.header })
  expect(clicked).toEqual([{ href: 'blob:1', download: '公告.docx' }])
})

test('what the server says no to is said in its sentence, and nothing is kept', async () => {
  answer(false, 409, JSON.stringify({ code: 'voting_not_open', status: 409, detail: '还没截止。' }))
  await expect(openFile(file)).rejects.toMatchObject({ code: 'voting_not_open', message: '还没截止。' })
  expect(clicked).toEqual([])
})
