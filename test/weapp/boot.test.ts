import { MiniApp } from './host'

test('every page of the released mini-program opens without a complaint, even where nobody answers', async () => {
  const app = new MiniApp('http://127.0.0.1:1')
  await app.launch()
  for (const page of app.allPages) {
    if (page.startsWith('pages/')) await app.toTab(`/${page}`)
    else {
      await app.open(`/${page}?id=00000000-0000-7000-8000-000000000000`)
      await app.back()
    }
  }
  expect(app.complaints).toEqual([])
})
