import type { Page } from 'playwright-core'

interface Expected {
  status: number
  path: RegExp
}

/** Chromium repeats every answer of 400 and above on the console, without saying which. */
const REPEATED = /^Failed to load resource/

/** Everything a page should never have: errors, failed requests, answers of 400 and above that no test asked for. */
export class Complaints {
  private readonly heard: string[] = []
  private expected: Expected[] = []
  /** Off while the network is: then every request fails, and is meant to. */
  isNetworkUp = true

  watch(page: Page): void {
    page.on('pageerror', (error) => this.heard.push(`page error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error' || REPEATED.test(message.text())) return
      this.heard.push(`console: ${message.text()}`)
    })
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? ''
      // A page that is left ends what it was asking for.
      if (!this.isNetworkUp || why.includes('ERR_ABORTED')) return
      this.heard.push(`request failed: ${request.url()} ${why}`)
    })
    page.on('response', (answer) => {
      const status = answer.status()
      const path = new URL(answer.url()).pathname
      if (status < 400 || this.expected.some((each) => each.status === status && each.path.test(path))) return
      this.heard.push(`${status} ${answer.request().method()} ${path}`)
    })
  }

  /** From now on this answer is no complaint. */
  expect(status: number, path: RegExp): void {
    this.expected.push({ status, path })
  }

  /** What was heard since the last time; what was expected is forgotten too. */
  take(): string[] {
    this.expected = []
    return this.heard.splice(0)
  }
}
