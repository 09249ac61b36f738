import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { personaId } from '../../server/demo/compound'
import type { PersonaKey } from '../../server/demo/people/personas'
import type { MiniApp, PageHands } from './host'

/** A real JPEG with a place in its EXIF, as a phone takes it. */
export async function takePhoto(): Promise<string> {
  const file = path.join(os.tmpdir(), `weapp-photo-${process.pid}-${Date.now()}.jpg`)
  const picture = sharp({ create: { width: 1200, height: 900, channels: 3, background: '#7a8f6a' } })
  const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' }, IFD0: { Make: 'Phone' } }
  await writeFile(file, await picture.withExif(exif).jpeg().toBuffer())
  return file
}

/** Becomes somebody else by the demo's own switcher under 我的. */
export async function become(app: MiniApp, who: PersonaKey): Promise<void> {
  await app.toTab('/pages/mine/index')
  const mine = app.current()
  if (!mine.has(`persona-${personaId(who)}`)) await mine.tap('demo-persona')
  await mine.tap(`persona-${personaId(who)}`)
  await app.at('pages/home/index')
}

/** Moves the demo's clock forward with its own buttons. */
export async function forward(app: MiniApp, step: 'hour' | 'day' | '3-days' | '7-days'): Promise<void> {
  await app.toTab('/pages/mine/index')
  await app.current().tap(`forward-${step}`)
  await app.current().sees('现在是')
}

/** Says yes to the question in the middle of the screen. */
export async function sayYes(page: PageHands): Promise<void> {
  await page.tap('dialog-ok')
}
