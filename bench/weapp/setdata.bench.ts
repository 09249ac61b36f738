import { writeFileSync } from 'node:fs'
import { type ServerProcess, startServerProcess } from '../../test/support/server-process'
import { bytesOf, MiniApp, type PageHands, waitFor } from '../../test/weapp/host'
import { become } from '../../test/weapp/support'

let server: ServerProcess

beforeAll(async () => {
  server = await startServerProcess()
}, 120_000)

afterAll(() => server?.stop())

/** Nothing has crossed for this long: answers have come, pictures and refetches are through. */
const AT_REST_MS = 2_000

async function rest({ page }: PageHands): Promise<void> {
  let seen = -1
  let since = 0
  await waitFor(() => {
    if (page.setData.length !== seen) {
      seen = page.setData.length
      since = Date.now()
    }
    if (Date.now() - since < AT_REST_MS) throw new Error('the page is not at rest')
  }, 60_000)
}

const SUPPORT = /support-[0-9a-f-]{36}/g

/** A button of a matter that this person has not supported yet. */
function supportable(page: PageHands): string {
  const ids = JSON.stringify(page.page.instance.data).match(SUPPORT) ?? []
  const free = ids.find((id) => page.textOf(id) === '我也遇到')
  if (!free) throw new Error(`nothing to support: ${page.text}`)
  return free
}

test('what the matters tab and one tap cost', async () => {
  const app = new MiniApp(server.url)
  await app.launch()
  await become(app, 'zhang')
  await app.toTab('/pages/matters/index')
  const page = app.current()
  await page.sees('我也遇到')
  await rest(page)
  const open = bytesOf(page.page.setData)
  const id = supportable(page)
  const before = page.page.setData.length
  await page.tap(id)
  await waitFor(() => expect(page.textOf(id)).toContain('✓'))
  await rest(page)
  const tap = bytesOf(page.page.setData.slice(before))
  expect(app.complaints).toEqual([])
  writeFileSync(process.env.SETDATA_FILE ?? '', JSON.stringify({ open, tap }))
}, 120_000)
