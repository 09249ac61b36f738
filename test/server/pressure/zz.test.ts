import { Agent } from 'node:http'
import { raise } from '../support/matters'
import { pressedServer } from '../support/pressed'

jest.setTimeout(120000)
test('x', async () => {
  const p = await pressedServer({ pool: 20 })
  const m: string[] = []
  for (let n = 0; n < 40; n += 1) m.push((await raise(p.hall, p.hall.people.owner)).id)
  const { tenant } = p.hall.people
  const out: string[] = []
  for (const [name, ask] of [
    ['list', () => p.send(tenant, 'speak.list')],
    ['read', (i: number) => p.send(tenant, 'speak.read', { params: { matterId: m[i % 40]! } })],
    [
      'support',
      (i: number) =>
        p.send(tenant, 'speak.support', { params: { matterId: m[i % 40]! }, body: { on: i % 80 < 40 } }),
    ],
  ] as [string, (i: number) => Promise<any>][]) {
    for (const lasts of [1000, 4000]) {
      const until = performance.now() + lasts
      const t: number[] = []
      await Promise.all(
        Array.from({ length: 32 }, async (_, k) => {
          for (let i = k; performance.now() < until; i += 32) t.push((await ask(i)).tookMs)
        }),
      )
      t.sort((a, b) => a - b)
      if (lasts === 4000)
        out.push(
          `${name} ${(t.length / 4).toFixed(0)}/s p50 ${t[t.length >> 1]!.toFixed(0)} p99 ${t[Math.floor(t.length * 0.99)]!.toFixed(0)}`,
        )
    }
  }
  console.log(out.join('\n'))
  await p.close()
})
