import { Client } from 'pg'
import { openHall } from '../../support/hall'
import { raise } from '../support/matters'
test('x', async () => {
  const h = await openHall()
  const m = (await raise(h, h.people.owner)).id
  const ops: [string, () => Promise<unknown>][] = [
    ['me', () => h.ok(h.people.tenant, 'people.me')],
    ['list', () => h.ok(h.people.tenant, 'speak.list')],
    ['home', () => h.ok(h.people.tenant, 'people.home')],
    ['read', () => h.ok(h.people.tenant, 'speak.read', { params: { matterId: m } })],
    ['support', () => h.ok(h.people.tenant, 'speak.support', { params: { matterId: m }, body: { on: true } })],
    ['follow', () => h.ok(h.people.tenant, 'speak.follow', { params: { matterId: m }, body: { on: true } })],
    ['comment', () => h.ok(h.people.tenant, 'speak.comment', { params: { matterId: m }, body: { text: '好' } })],
    ['raise', () => raise(h, h.people.tenant)],
  ]
  const q = Client.prototype.query
  let list: [string, number][] = []
  Client.prototype.query = function (this: unknown, ...a: unknown[]) {
    const t = performance.now(); const text = typeof a[0] === 'string' ? a[0] : (a[0] as { text: string }).text
    const r = (q as any).apply(this, a)
    if (r?.then) r.then(() => list.push([text.replace(/\s+/g, ' ').slice(0, 110), performance.now() - t]), () => 0)
    return r
  } as never
  const out: string[] = []
  for (const [n, f] of ops) { for (let i = 0; i < 5; i++) await f(); list = []; await f(); out.push(`== ${n} ${list.length}`, ...list.map(([a, b]) => `  ${b.toFixed(1)} ${a}`)) }
  console.log(out.join('\n'))
  Client.prototype.query = q
  await h.close()
}, 60000)
