import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { PersonaKey } from '../../../server/demo/people/personas'
import { Api } from '../support/api'
import { Phone } from '../support/phone'

/** One screen to be taken. */
export interface Shot {
  name: string
  /** null: nobody is signed in. */
  who: PersonaKey | null
  path: string
  /** What is done on it before it is taken. */
  act?: (phone: Phone) => Promise<void>
  /** A sheet or a question lies above it: only what fits on a telephone is taken. */
  isOverlay?: boolean
  /** There is no such thing in 长辈版. */
  hasNoCare?: boolean
  /** Taken without a network: nothing can settle any more. */
  isOffline?: boolean
  /** Not a telephone: the hall's television. */
  size?: { width: number; height: number }
  /** An answer of 400 or above that belongs to it. */
  expects?: [status: number, path: RegExp]
}

export const FOLDER = path.resolve('var/screens')
const HEIGHT = 812
const TALLEST = 4000

/** Waits until nothing is on its way: no bones, every picture there, the letters drawn. */
async function settle({ page }: Phone): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.skeleton:visible').first().waitFor({ state: 'hidden' })
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** As tall as the page is, so that all of it is taken. */
async function grow({ page }: Phone): Promise<void> {
  const height = await page.evaluate(() => {
    const front = [...document.querySelectorAll<HTMLElement>('.taro_page')].find(
      (each) => each.offsetParent !== null,
    )
    return front ? front.scrollHeight + (window.innerHeight - front.clientHeight) : 0
  })
  await page.setViewportSize({ width: 375, height: Math.min(TALLEST, Math.max(HEIGHT, height)) })
}

export interface Studio {
  browser: Browser
  url: string
  /** Told of every complaint of every page. */
  complain(line: string): void
}

/** Takes one screen as `<name>.png`, or `<name>-care.png` in 长辈版. */
export async function take({ browser, url, complain }: Studio, shot: Shot, care: boolean): Promise<void> {
  const api = shot.who && (await Api.as(url, shot.who))
  if (api) await api.ok('people.preferences', { body: { care } })
  const phone = await Phone.open(browser, { url, token: api?.token ?? undefined, ...shot.size })
  if (!shot.who && care)
    await phone.page.addInitScript(() => localStorage.setItem('care-mode', '{"data":"on"}'))
  const file = `${shot.name}${care ? '-care' : ''}`
  try {
    if (shot.expects) phone.complaints.expect(...shot.expects)
    await phone.go(shot.path)
    await settle(phone)
    await shot.act?.(phone)
    if (!shot.isOffline) await settle(phone)
    if (!shot.isOverlay && !shot.size) {
      await grow(phone)
      await settle(phone)
    }
    await mkdir(FOLDER, { recursive: true })
    await phone.page.screenshot({ path: path.join(FOLDER, `${file}.png`), animations: 'disabled' })
  } catch (error) {
    complain(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    await phone.page.screenshot({ path: path.join(FOLDER, `${file}-FAILED.png`) })
  }
  for (const line of phone.complaints.take()) complain(`${file}: ${line}`)
  await phone.close()
}

/** In both modes, where both have it. */
export async function takeBoth(studio: Studio, shots: readonly Shot[]): Promise<void> {
  for (const shot of shots) {
    for (const care of shot.hasNoCare ? [false] : [false, true]) await take(studio, shot, care)
  }
}
