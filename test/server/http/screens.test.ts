import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Hall, openHall } from '../../support/hall'

let root: string
let desk: string
let hall: Hall
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'hall-h5-'))
  await mkdir(path.join(root, 'js'))
  await writeFile(path.join(root, 'index.html'), '<title>议事厅</title>')
  await writeFile(path.join(root, 'js', 'app.0123abcd.js'), 'run()')
  await writeFile(path.join(root, 'plain.txt'), 'text')
  desk = await mkdtemp(path.join(os.tmpdir(), 'hall-desk-'))
  await mkdir(path.join(desk, 'assets'))
  await writeFile(path.join(desk, 'index.html'), '<title>工作台</title>')
  await writeFile(path.join(desk, 'assets', 'index-DkY3_x9a.js'), 'work()')
  hall = await openHall({ config: { h5Root: root, deskRoot: desk } })
})
afterAll(async () => {
  await hall.close()
  await rm(root, { recursive: true, force: true })
  await rm(desk, { recursive: true, force: true })
})

const get = (url: string, headers: Record<string, string> = {}) => hall.app.inject({ url, headers })

test.each(['/', '/matters', '/speak/pages/detail/index?id=1', '/a/link/from/a/message'])(
  'the address %s opens the app, freshly asked for each time',
  async (url) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.body]).toEqual([200, '<title>议事厅</title>'])
    expect(answer.headers['content-type']).toMatch(/^text\/html/)
    expect(answer.headers['cache-control']).toBe('no-cache')
  },
)

test('a file whose name tells its content is kept for ever, others are asked for again', async () => {
  expect((await get('/js/app.0123abcd.js')).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  )
  expect((await get('/plain.txt')).headers['cache-control']).toBe('no-cache')
})

test('a file that is not there, or not the app’s, is not found', async () => {
  for (const url of ['/js/gone.js', '/favicon.ico', '/..%2f..%2fetc%2fpasswd', '/%2e%2e/package.json']) {
    const answer = await get(url)
    expect(answer.body).not.toContain('root:')
    expect(answer.body).not.toContain('"dependencies"')
    expect([200, 404]).toContain(answer.statusCode)
  }
  expect((await get('/js/gone.js')).statusCode).toBe(404)
})

test('an address of the API that does not exist is a problem, never a page', async () => {
  const answer = await get('/api/gone')
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found'])
  const post = await hall.app.inject({ method: 'POST', url: '/matters' })
  expect(post.headers['content-type']).toMatch(/^application\/problem\+json/)
})

test.each(['/desk', '/desk/', '/desk/votes', '/desk/votes/1?tab=papers'])(
  'the address %s opens the desk',
  async (url) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.body]).toEqual([200, '<title>工作台</title>'])
    expect(answer.headers['cache-control']).toBe('no-cache')
  },
)

test('the desk’s files are its own, and what only begins like it is not it', async () => {
  const script = await get('/desk/assets/index-DkY3_x9a.js')
  expect([script.body, script.headers['cache-control']]).toEqual([
    'work()',
    'public, max-age=31536000, immutable',
  ])
  expect((await get('/desk/js/app.0123abcd.js')).statusCode).toBe(404)
  expect((await get('/desktop')).body).toBe('<title>议事厅</title>')
})

test('a hall without a desk says so and still has its pages', async () => {
  const bare = await openHall({ config: { h5Root: root } })
  expect((await bare.app.inject('/desk/')).statusCode).toBe(404)
  expect((await bare.app.inject('/matters')).statusCode).toBe(200)
  await bare.close()
})
