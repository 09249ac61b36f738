import { findById } from './find'
import type { SetDataCall } from './set-data'

/** A component of the simulator, as far as the host uses it. */
export interface SimNode {
  dom: HTMLElement
  instance: PageInstance
  querySelector(selector: string): SimNode | undefined
  querySelectorAll(selector: string): SimNode[]
  dispatchEvent(name: string, options?: { detail?: unknown; bubbles?: boolean }): void
  attach(parent: Node): void
  detach(): void
}

export interface PageInstance {
  route?: string
  __route__?: string
  options?: Record<string, string>
  data: { root?: { cn?: unknown[] } }
  setData(data: Record<string, unknown>, callback?: () => void): void
  onLoad?(options: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPullDownRefresh?(): void
  onReachBottom?(): void
  onShareAppMessage?(event: unknown): unknown
}

export interface OpenPage {
  path: string
  node: SimNode
  host: HTMLElement
  instance: PageInstance
  setData: SetDataCall[]
  /** Its first drawing is done. */
  isReady: boolean
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Tries until it does not throw any more; its last error otherwise. */
export async function waitFor<T>(look: () => T | Promise<T>, limit = 15_000): Promise<T> {
  const end = Date.now() + limit
  for (;;) {
    try {
      return await look()
    } catch (error) {
      if (Date.now() > end) throw error
      await sleep(15)
    }
  }
}

const HUMAN_PACE = 450
const lastTaps = new Map<string, number>()

/** Hands and eyes on one page. Nodes are found by the ids that the pages give to their controls. */
export class PageHands {
  constructor(readonly page: OpenPage) {}

  get text(): string {
    return this.page.host.textContent ?? ''
  }

  has(id: string): boolean {
    return findById(this.page.node, id) !== undefined
  }

  private node(id: string): SimNode {
    const found = findById(this.page.node, id)
    if (!found) throw new Error(`no #${id} on ${this.page.path}; the page says: ${this.text.slice(0, 600)}`)
    return found
  }

  textOf(id: string): string {
    return this.node(id).dom.textContent ?? ''
  }

  /** Waits for the control, then taps it; the same one not sooner than a person would, or it counts as one tap. */
  async tap(id: string): Promise<void> {
    const wait = (lastTaps.get(id) ?? 0) + HUMAN_PACE - Date.now()
    if (wait > 0) await sleep(wait)
    lastTaps.set(id, Date.now())
    const node = await waitFor(() => this.node(id))
    node.dispatchEvent('tap', { bubbles: true })
    await sleep(20)
  }

  /** Taps the control if it is there just now; does not wait for it. */
  async tapIfThere(id: string): Promise<void> {
    findById(this.page.node, id)?.dispatchEvent('tap', { bubbles: true })
    await sleep(HUMAN_PACE)
  }

  async type(id: string, value: string): Promise<void> {
    const node = await waitFor(() => this.node(id))
    node.dispatchEvent('input', { detail: { value, cursor: value.length } })
    await sleep(20)
  }

  async change(id: string, value: unknown): Promise<void> {
    const node = await waitFor(() => this.node(id))
    node.dispatchEvent('change', { detail: { value } })
    await sleep(20)
  }

  /** Waits until the page says this. */
  async sees(words: string | RegExp, limit?: number): Promise<void> {
    await waitFor(() => {
      const isThere = typeof words === 'string' ? this.text.includes(words) : words.test(this.text)
      if (!isThere)
        throw new Error(`${this.page.path} does not say ${words}; it says: ${this.text.slice(0, 800)}`)
    }, limit)
  }

  /** Waits until the page does not say this any more. */
  async seesNoMore(words: string): Promise<void> {
    await waitFor(() => {
      if (this.text.includes(words)) throw new Error(`${this.page.path} still says ${words}`)
    })
  }
}
