import { writeFileSync } from 'node:fs'
import { type ServerProcess, startServerProcess } from '../../test/support/server-process'
import { bytesOf, MiniApp } from '../../test/weapp/host'
import { become } from '../../test/weapp/support'

let server: ServerProcess

beforeAll(async () => {
  server = await startServerProcess()
}, 120_000)

afterAll(() => server?.stop())

test('what the matters tab and one tap cost', async () => {
  const app = new MiniApp(server.url)
  await app.launch()
  await become(app, 'zhang')
  await app.toTab('/pages/matters/index')
  const page = app.current()
  await page.sees('我也遇到')
  const open = bytesOf(page.page.setData)
  const id = /support-([0-9a-f-]{36})/.exec(JSON.stringify(page.page.instance.data))?.[1] ?? ''
  const before = page.page.setData.length
  await page.tap(`support-${id}`)
  await page.sees('✓')
  writeFileSync(
    process.env.SETDATA_FILE ?? '',
    JSON.stringify({ open, tap: bytesOf(page.page.setData.slice(before)) }),
  )
}, 60_000)
