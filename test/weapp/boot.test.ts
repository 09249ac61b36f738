import path from 'node:path'
import { MiniApp } from './host'

const dist = path.resolve('dist/weapp')

test('every page of the released mini-program opens without a complaint', async () => {
  const app = new MiniApp(dist)
  await app.launch()
  for (const page of app.allPages) {
    const isTab = page.startsWith('pages/')
    if (isTab) await app.toTab(`/${page}`)
    else {
      await app.open(`/${page}?id=00000000-0000-7000-8000-000000000000`)
      await app.back()
    }
  }
  expect(app.complaints).toEqual([])
})
