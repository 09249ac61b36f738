import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type OpenPage, PageHands, type PageInstance, type SimNode, sleep, waitFor } from './page'
import { countSetData } from './set-data'
import { type Answers, createWx, type Listeners, type WxCall } from './wx'

export { PageHands, waitFor } from './page'
export { bytesOf } from './set-data'

interface Simulate {
  load(componentPath: string, tagName: string, options: { rootPath: string; compiler: 'official' }): string
  render(id: string, properties: object): SimNode
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string }[] }
}

interface AppOptions {
  onLaunch?(options: unknown): void
  onShow?(options: unknown): void
  onHide?(): void
  onError?(error: unknown): void
}

const STACK_MAX = 10

/** Where the build looks for the API (config/index.ts). */
const BUILT_FOR = 'http://127.0.0.1:8686'

export const DIST = path.resolve('dist/weapp')

/**
 * The shipped mini-program in this process: its own JavaScript with WeChat's wcc for WXML and wxs, behind a `wx` that has
 * only official names. Neither layout nor touch is modelled (see docs/真机检查.md).
 */
export class MiniApp {
  readonly calls: WxCall[] = []
  readonly store = new Map<string, unknown>()
  readonly listeners: Listeners = new Map()
  readonly answers: Answers = { photos: [], files: [], confirm: true, actionSheet: 0 }
  /** Everything that was printed as an error, and WXML warnings: must stay empty. */
  readonly complaints: string[] = []
  readonly pages: OpenPage[] = []
  private readonly loaded = new Map<string, string>()
  private readonly tabs = new Map<string, OpenPage>()
  private readonly appJson: AppJson
  private readonly simulate: Simulate
  private readonly redirect: { from: string; to: string }

  /** @param api where the API really is */
  constructor(
    readonly api: string,
    private readonly dist: string = DIST,
  ) {
    this.redirect = { from: BUILT_FOR, to: api }
    this.appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson
    this.listenForComplaints()
    // The simulator looks for the page's own folder when it is first required.
    this.simulate = require('miniprogram-simulate') as Simulate
  }

  get allPages(): string[] {
    const inPackages = (this.appJson.subPackages ?? []).flatMap((each) =>
      each.pages.map((page) => `${each.root}/${page}`),
    )
    return [...this.appJson.pages, ...inPackages]
  }

  /** Starts the app as WeChat does: app.js, onLaunch, onShow, then the page of the link (or the first). */
  async launch(url: string = `/${this.appJson.pages[0]}`): Promise<PageHands> {
    const [page = '', query = ''] = url.replace(/^\//, '').split('?')
    const launch = { path: page, query: parseQuery(query), scene: 1001, referrerInfo: {} }
    const scope = globalThis as unknown as Record<string, unknown>
    const { calls, store, listeners, answers } = this
    const go = {
      navigateTo: (to: string) => this.push(to),
      redirectTo: (to: string) => this.replace(to),
      reLaunch: (to: string) => this.restart(to),
      switchTab: (to: string) => this.toTab(to),
      navigateBack: (delta: number) => this.back(delta),
    }
    scope.wx = createWx({ go, store, calls, listeners, answers, launch, redirect: this.redirect })
    let app: AppOptions = {}
    scope.App = (options: AppOptions) => {
      app = options
    }
    scope.getApp = () => app
    scope.getCurrentPages = () => this.pages.map((each) => each.instance)
    scope.Page = (definition: Record<string, unknown>) => registerPage(scope, definition)
    require(path.join(this.dist, 'app.js'))
    app.onLaunch?.(launch)
    app.onShow?.(launch)
    await this.restart(url)
    return this.current()
  }

  current(): PageHands {
    const page = this.pages.at(-1)
    if (!page) throw new Error('no page is open')
    return new PageHands(page)
  }

  /** Waits until this page is on top. */
  async at(pagePath: string): Promise<PageHands> {
    await waitFor(() => {
      const top = this.pages.at(-1)
      if (top?.path !== pagePath || !top.isReady) throw new Error(`${top?.path} is on top, not ${pagePath}`)
    })
    return this.current()
  }

  /** Waits until another page than this one is on top. */
  async beyond(page: PageHands): Promise<PageHands> {
    await waitFor(() => {
      const top = this.pages.at(-1)
      if (!top?.isReady || top === page.page)
        throw new Error(`${page.page.path} is still on top; it says: ${page.text.slice(0, 800)}`)
    })
    return this.current()
  }

  async open(url: string): Promise<PageHands> {
    await this.push(url)
    return this.current()
  }

  async toTab(url: string): Promise<void> {
    const pagePath = url.replace(/^\//, '').split('?')[0] ?? ''
    if (!this.isTab(pagePath)) throw new Error(`can not switchTab to no-tabBar page ${pagePath}`)
    await this.unloadDownTo(this.pages.length > 0 && this.isTab(this.pages[0]?.path ?? '') ? 1 : 0)
    const before = this.pages.pop()
    before?.instance.onHide?.()
    await this.show(url)
  }

  async back(delta = 1): Promise<void> {
    await this.unloadDownTo(Math.max(1, this.pages.length - delta))
    this.pages.at(-1)?.instance.onShow?.()
    await sleep(20)
  }

  private isTab(pagePath: string): boolean {
    return (this.appJson.tabBar?.list ?? []).some((tab) => tab.pagePath === pagePath)
  }

  private async push(url: string): Promise<void> {
    const pagePath = url.replace(/^\//, '').split('?')[0] ?? ''
    if (this.isTab(pagePath)) throw new Error(`can not navigateTo a tabbar page ${pagePath}`)
    if (this.pages.length >= STACK_MAX) throw new Error('webview count limit exceed')
    this.pages.at(-1)?.instance.onHide?.()
    await this.show(url)
  }

  private async replace(url: string): Promise<void> {
    await this.unloadDownTo(this.pages.length - 1)
    await this.show(url)
  }

  private async restart(url: string): Promise<void> {
    await this.unloadDownTo(0)
    this.tabs.clear()
    await this.show(url)
  }

  private async unloadDownTo(count: number): Promise<void> {
    while (this.pages.length > count) {
      const page = this.pages.pop()
      if (!page || this.tabs.get(page.path) === page) {
        page?.instance.onHide?.()
        continue
      }
      page.instance.onUnload?.()
      page.node.detach()
      page.host.remove()
    }
    await sleep(0)
  }

  private async show(url: string): Promise<void> {
    const [pagePath = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!this.allPages.includes(pagePath)) throw new Error(`page "${pagePath}" is not found`)
    const kept = this.tabs.get(pagePath)
    if (kept) {
      this.pages.push(kept)
      kept.instance.onShow?.()
      await sleep(20)
      return
    }
    const page = this.create(pagePath)
    if (this.isTab(pagePath)) this.tabs.set(pagePath, page)
    this.pages.push(page)
    const options = parseQuery(query)
    page.instance.options = options
    page.instance.onLoad?.(options)
    page.instance.onShow?.()
    await waitFor(() => {
      if (!page.instance.data.root?.cn?.length) throw new Error(`${pagePath} did not render`)
    })
    page.instance.onReady?.()
    page.isReady = true
    await sleep(0)
  }

  private create(pagePath: string): OpenPage {
    let id = this.loaded.get(pagePath)
    if (!id) {
      id = this.simulate.load(path.join(this.dist, pagePath), 'page', {
        rootPath: this.dist,
        compiler: 'official',
      })
      this.loaded.set(pagePath, id)
    }
    const node = this.simulate.render(id, {})
    const host = document.createElement('div')
    document.body.appendChild(host)
    node.attach(host)
    const instance = node.instance
    instance.route = pagePath
    instance.__route__ = pagePath
    const page: OpenPage = { path: pagePath, node, host, instance, setData: [], isReady: false }
    countSetData(instance, page.setData)
    return page
  }

  private listenForComplaints(): void {
    const note = (...words: unknown[]) => {
      this.complaints.push(
        words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(' '),
      )
    }
    console.error = note
    console.warn = (...words: unknown[]) => {
      if (String(words[0]).startsWith('WXMLRT_')) note(...words)
    }
  }
}

function parseQuery(query: string): Record<string, string> {
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('='))
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)]))
}

/** WeChat's `Page` as a component of the simulator: functions become methods, the rest is data and options. */
function registerPage(scope: Record<string, unknown>, definition: Record<string, unknown>): void {
  const { data, options, behaviors, ...rest } = definition
  const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'))
  const component = scope.Component as (definition: object) => void
  component({ data, options, behaviors, methods })
}

export type { PageInstance }
