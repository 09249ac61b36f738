import { type Browser, type BrowserContext, errors, type Locator, type Page } from 'playwright-core'
import { personaId } from '../../../server/demo/compound'
import type { PersonaKey } from '../../../server/demo/people/personas'
import { Complaints } from './complaints'

export interface PhoneOptions {
  url: string
  /** Already signed in with this token; else the way in is shown. */
  token?: string
  width?: number
  height?: number
}

const LONGEST_WAIT_MS = 15_000
const SAME_TAP_MS = 450
const FIRST_TOUCH_MS = 7_000
const SESSION = 'session'

/** Taro keeps what it stores in an envelope. */
const stored = (value: object): string => JSON.stringify({ data: value })

function signedIn(origin: string, token: string) {
  const session = stored({ token, compoundId: null, personId: null })
  return { cookies: [], origins: [{ origin, localStorage: [{ name: SESSION, value: session }] }] }
}

/** A telephone with the page open, and the hands that hold it. Controls are found by the ids of src/README.md. */
export class Phone {
  readonly complaints = new Complaints()
  private readonly taps = new Map<string, number>()

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {
    this.complaints.watch(page)
  }

  static async open(
    browser: Browser,
    { url, token, width = 375, height = 812 }: PhoneOptions,
  ): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...(token ? { storageState: signedIn(url, token) } : {}),
    })
    context.setDefaultTimeout(LONGEST_WAIT_MS)
    return new Phone(context, await context.newPage(), url)
  }

  async close(): Promise<void> {
    await this.context.close()
  }

  /** Opens an address of the hall, as from a link. */
  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`)
  }

  /** The control with this id on the page in front; Taro keeps the pages behind it in the document. */
  it(id: string): Locator {
    return this.page.locator(`[id="${id}"]:visible`)
  }

  /** A second tap on the same control within 0.4 s counts as the same tap: a careful finger waits. */
  async tap(id: string): Promise<void> {
    const since = Date.now() - (this.taps.get(id) ?? 0)
    if (since < SAME_TAP_MS) await this.page.waitForTimeout(SAME_TAP_MS - since)
    await this.touch(this.it(id))
    this.taps.set(id, Date.now())
  }

  /** Chromium now and then leaves the first touch unanswered, on a machine with more to do than it can: then once more. */
  private async touch(what: Locator): Promise<void> {
    try {
      await what.tap({ timeout: FIRST_TOUCH_MS })
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error
      await what.tap()
    }
  }

  async type(id: string, words: string): Promise<void> {
    const field = this.it(id)
    await field
      .locator('input, textarea')
      .or(this.page.locator(`input[id="${id}"]:visible`))
      .first()
      .fill(words)
  }

  /** Chooses photos for the picker with this id and waits until all have arrived. */
  async addPhotos(files: readonly string[], id = 'photo-add', max = 9): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.tap(id)
    await (await chooser).setFiles([...files])
    // With as many as there may be, nothing is left to tap.
    if (files.length < max) await this.sees(`${files.length} / ${max}`)
    else await this.gone(this.it(id))
    await this.gone(this.page.getByRole('progressbar'))
  }

  words(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true }).first()
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.words(text).waitFor()
  }

  async seesNoMore(text: string | RegExp): Promise<void> {
    await this.gone(this.page.getByText(text).filter({ visible: true }))
  }

  private async gone(what: Locator): Promise<void> {
    await what.first().waitFor({ state: 'hidden' })
  }

  /** All words on the page in front. */
  async text(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  /** Waits until the address is that of the page with this path, and gives its query. */
  async at(path: string): Promise<URLSearchParams> {
    await this.page.waitForURL((url) => url.pathname === path)
    return new URL(this.page.url()).searchParams
  }

  async sayYes(): Promise<void> {
    await this.tap('dialog-ok')
    await this.gone(this.it('dialog-ok'))
  }

  /** Comes in by the way in, or becomes somebody else by the demo's own switcher under 我的. */
  async become(persona: PersonaKey): Promise<void> {
    const choice = `persona-${personaId(persona)}`
    await this.go('/home')
    await this.it('raise').or(this.it(choice)).waitFor()
    if (await this.it('raise').isVisible()) {
      await this.go('/mine')
      await this.tap('demo-persona')
    }
    await this.tap(choice)
    await this.at('/home')
    await this.it('raise').waitFor()
  }

  /** Chooses a persona where the way in stands in place of a page. */
  async comeIn(persona: PersonaKey): Promise<void> {
    await this.tap(`persona-${personaId(persona)}`)
    await this.gone(this.it(`persona-${personaId(persona)}`))
  }

  /** Of whoever is signed in on this telephone. */
  async token(): Promise<string> {
    const kept = await this.page.evaluate((key) => localStorage.getItem(key), SESSION)
    const { data } = JSON.parse(kept ?? '{}') as { data?: { token?: string } }
    if (!data?.token) throw new Error('nobody is signed in on this telephone')
    return data.token
  }

  async setOnline(isOnline: boolean): Promise<void> {
    if (!isOnline) this.complaints.isNetworkUp = false
    await this.context.setOffline(!isOnline)
    if (isOnline) this.complaints.isNetworkUp = true
  }
}
