import { writeFile } from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { DAY, HOUR, MINUTE } from '@yishiting/domain/matter/instant'
import sharp from 'sharp'
import { personaId } from '../../server/demo/compound'
import type { PersonaKey } from '../../server/demo/people/personas'
import { type MiniApp, type PageHands, waitFor } from './host'

/** A real JPEG with a place in its EXIF, as a phone takes it. */
export async function takePhoto(): Promise<string> {
  const file = path.join(os.tmpdir(), `weapp-photo-${process.pid}-${Date.now()}.jpg`)
  const picture = sharp({ create: { width: 1200, height: 900, channels: 3, background: '#7a8f6a' } })
  const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' }, IFD0: { Make: 'Phone' } }
  await writeFile(file, await picture.withExif(exif).jpeg().toBuffer())
  return file
}

const tokenOf = (app: MiniApp): unknown => (app.store.get('session') as { token?: string } | undefined)?.token

/** Becomes somebody else by the demo's own switcher under 我的. */
export async function become(app: MiniApp, who: PersonaKey): Promise<void> {
  const before = tokenOf(app)
  await app.toTab('/pages/mine/index')
  const mine = app.current()
  if (before !== undefined) await mine.tap('demo-persona')
  await mine.tap(`persona-${personaId(who)}`)
  await waitFor(() => {
    if (tokenOf(app) === before) throw new Error('nobody else has come in yet')
  })
  await app.toTab('/pages/home/index')
}

const STEPS = { hour: HOUR, day: DAY, '3-days': 3 * DAY, '7-days': 7 * DAY }

/** Moves the demo's clock forward with its own buttons; everything due on the way has happened afterwards. */
export async function forward(app: MiniApp, step: keyof typeof STEPS): Promise<void> {
  const ahead = async () => ((await ask(app, '/api/demo/clock')) as { aheadMs: number }).aheadMs
  // Real time passes while the demo's does, so it ends a little less ahead.
  const wanted = (await ahead()) + STEPS[step] - MINUTE
  await app.toTab('/pages/mine/index')
  await app.current().tap(`forward-${step}`)
  await waitFor(async () => {
    if ((await ahead()) < wanted) throw new Error('the clock is still on its way')
  })
}

/** Says yes to the question in the middle of the screen. */
export async function sayYes(page: PageHands): Promise<void> {
  await page.tap('dialog-ok')
}

/** What the server answers to whoever is signed in on the phone: for ids that no screen shows. */
export async function ask(app: MiniApp, url: string): Promise<unknown> {
  const { request } = (globalThis as unknown as { wx: { request(options: object): void } }).wx
  return new Promise((resolve, reject) => {
    request({
      url: `http://127.0.0.1:8686${url}`,
      header: { authorization: `Bearer ${tokenOf(app)}` },
      success: (answer: { data: unknown }) => resolve(answer.data),
      fail: (error: { errMsg: string }) => reject(new Error(error.errMsg)),
    })
  })
}

/** One request beside the phone, which has no `fetch`. */
function send(url: string, options: http.RequestOptions, body?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, options, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const { statusCode = 0 } = answer
        if (statusCode < 300) resolve(Buffer.concat(parts))
        else reject(new Error(`${url} answered ${statusCode}: ${Buffer.concat(parts)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Moves the demo's clock to an instant; everything due on the way has happened afterwards. */
export async function passTo(app: MiniApp, at: number): Promise<void> {
  const { now } = (await ask(app, '/api/demo/clock')) as { now: string }
  const body = JSON.stringify({ forwardMs: at - Date.parse(now) })
  const headers = { 'content-type': 'application/json' }
  await send(`${app.api}/api/demo/clock`, { method: 'POST', headers }, body)
}

/** A file that whoever is signed in on the phone may fetch. */
export function download(app: MiniApp, url: string): Promise<Buffer> {
  return send(`${app.api}${url}`, { headers: { authorization: `Bearer ${tokenOf(app)}` } })
}
