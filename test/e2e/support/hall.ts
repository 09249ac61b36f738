import type { Browser } from 'playwright-core'
import type { PersonaKey } from '../../../server/demo/people/personas'
import { createTestDatabase } from '../../support/database'
import { Api } from './api'
import { launchBrowser } from './browser'
import { type HallProcess, openHallProcess } from './hall-process'
import { Phone } from './phone'

/** The server, a browser, and everybody's telephone. */
export interface Hall {
  server: HallProcess
  browser: Browser
  /** The telephone of one of the personas, signed in; the same one however often it is asked for. */
  phone(persona: PersonaKey): Promise<Phone>
  /** One more telephone; nobody is signed in on it unless said so. */
  anotherPhone(persona?: PersonaKey, size?: { width: number; height: number }): Promise<Phone>
  api(persona: PersonaKey): Promise<Api>
  /** Moves the demo's clock; whatever falls due happens. */
  pass(span: number): Promise<void>
  now(): Promise<number>
  /** What went wrong on any telephone since the last time. */
  complaints(): string[]
  /** Pictures of all telephones, as `<start>-1.png` …: to see where a step got stuck. */
  photograph(start: string): Promise<void>
  close(): Promise<void>
}

/** Opens the hall on a fresh database of this jest run, the demo compound in it. */
export async function openHall(): Promise<Hall> {
  const database = await createTestDatabase()
  const [server, browser] = await Promise.all([openHallProcess(database.url), launchBrowser()])
  const phones: Phone[] = []
  const own = new Map<PersonaKey, Promise<Phone>>()
  const apis = new Map<PersonaKey, Promise<Api>>()
  const { url } = server

  const api: Hall['api'] = (persona) => {
    const known = apis.get(persona) ?? Api.as(url, persona)
    apis.set(persona, known)
    return known
  }
  const anotherPhone: Hall['anotherPhone'] = async (persona, size) => {
    const token = persona && (await Api.as(url, persona)).token
    const phone = await Phone.open(browser, { url, token: token ?? undefined, ...size })
    phones.push(phone)
    return phone
  }
  const outside = Api.outside(url)
  return {
    server,
    browser,
    api,
    anotherPhone,
    phone(persona) {
      const known = own.get(persona) ?? anotherPhone(persona)
      own.set(persona, known)
      return known
    },
    async pass(span) {
      await outside.ok('demo.moveClock', { body: { forwardMs: span } })
    },
    now: async () => Date.parse((await outside.ok('demo.clock')).now),
    complaints: () => phones.flatMap((phone) => phone.complaints.take()),
    async photograph(start) {
      for (const [at, { page }] of phones.entries()) {
        await page.screenshot({ path: `${start}-${at + 1}.png` }).catch(() => undefined)
      }
    },
    async close() {
      await browser.close()
      await server.stop()
      await database.drop()
    },
  }
}
