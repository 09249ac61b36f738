import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { network, type Redirect } from './request'
import { sockets } from './socket'
import { officialNames } from './typings'

interface Callbacks {
  success?(answer: unknown): void
  fail?(error: unknown): void
  complete?(answer: unknown): void
}

/** What a page asked of WeChat that a test may want to know. */
export interface WxCall {
  name: string
  options: Record<string, unknown>
}

export interface Navigation {
  navigateTo(url: string): Promise<void>
  redirectTo(url: string): Promise<void>
  reLaunch(url: string): Promise<void>
  switchTab(url: string): Promise<void>
  navigateBack(delta: number): Promise<void>
}

/** What the person with the phone does when WeChat asks him something. */
export interface Answers {
  /** Which files he picks, as paths on this machine. */
  photos: string[]
  /** Which files of a chat he picks. */
  files: string[]
  /** Does he confirm a modal? */
  confirm: boolean
  /** Which line of an action sheet. */
  actionSheet: number
}

function succeed(options: Callbacks | undefined, answer: Record<string, unknown>): Promise<unknown> {
  options?.success?.(answer)
  options?.complete?.(answer)
  return Promise.resolve(answer)
}

const WINDOW = {
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 44,
}
const SAFE_AREA = { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 }
const BASE = {
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  fontSizeSetting: 17,
  fontSizeScaleFactor: 1,
  host: { env: 'WeChat' },
}
const DEVICE = { platform: 'ios', brand: 'apple', model: 'iPhone', system: 'iOS 17.0' }

/** A selector query that finds nothing to measure, but answers in order. */
function createSelectorQuery() {
  const callbacks: (((result: unknown) => void) | undefined)[] = []
  const node = () => {
    const add = (callback?: (result: unknown) => void) => {
      callbacks.push(callback)
      return query
    }
    return {
      boundingClientRect: add,
      scrollOffset: add,
      fields: (_: unknown, callback?: (r: unknown) => void) => add(callback),
      node: add,
      context: add,
    }
  }
  const query = {
    in: () => query,
    select: node,
    selectAll: node,
    selectViewport: node,
    exec(callback?: (results: unknown[]) => void) {
      setTimeout(() => {
        for (const each of callbacks) each?.(null)
        callback?.(callbacks.map(() => null))
      })
      return query
    },
  }
  return query
}

function navigation(go: Navigation, calls: WxCall[]) {
  const move =
    (name: keyof Navigation, act: (options: { url: string; delta?: number }) => Promise<void>) =>
    (options: Callbacks & { url: string; delta?: number }) => {
      calls.push({ name, options: { ...options } })
      return Promise.resolve()
        .then(() => act(options))
        .then(() => succeed(options, { errMsg: `${name}:ok` }))
        .catch((error: Error) => {
          options.fail?.({ errMsg: `${name}:fail ${error.message}` })
        })
    }
  return {
    navigateTo: move('navigateTo', (options) => go.navigateTo(options.url)),
    redirectTo: move('redirectTo', (options) => go.redirectTo(options.url)),
    reLaunch: move('reLaunch', (options) => go.reLaunch(options.url)),
    switchTab: move('switchTab', (options) => go.switchTab(options.url)),
    navigateBack: move('navigateBack', (options) => go.navigateBack(options.delta ?? 1)),
  }
}

function storage(store: Map<string, unknown>) {
  const copy = (value: unknown) => (value === undefined ? '' : JSON.parse(JSON.stringify(value)))
  const missing = (options: Callbacks) => {
    options.fail?.({ errMsg: 'getStorage:fail data not found' })
    return Promise.reject(new Error('getStorage:fail data not found'))
  }
  return {
    setStorageSync: (key: string, value: unknown) => void store.set(key, copy(value)),
    getStorageSync: (key: string) => (store.has(key) ? copy(store.get(key)) : ''),
    removeStorageSync: (key: string) => void store.delete(key),
    getStorageInfoSync: () => ({ keys: [...store.keys()], currentSize: 1, limitSize: 10240 }),
    setStorage(options: Callbacks & { key: string; data: unknown }) {
      store.set(options.key, copy(options.data))
      return succeed(options, { errMsg: 'setStorage:ok' })
    },
    getStorage: (options: Callbacks & { key: string }) =>
      store.has(options.key)
        ? succeed(options, { data: copy(store.get(options.key)), errMsg: 'getStorage:ok' })
        : missing(options),
    removeStorage(options: Callbacks & { key: string }) {
      store.delete(options.key)
      return succeed(options, { errMsg: 'removeStorage:ok' })
    },
  }
}

/** Calls that only need an “ok”; a test reads them from `calls`. */
const SILENT = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'stopPullDownRefresh',
  'startPullDownRefresh',
  'hideKeyboard',
  'pageScrollTo',
  'makePhoneCall',
  'previewImage',
  'setClipboardData',
  'setTabBarBadge',
  'removeTabBarBadge',
  'showTabBarRedDot',
  'hideTabBarRedDot',
  'setTabBarItem',
  'vibrateShort',
  'setBackgroundColor',
  'showShareMenu',
  'setBackgroundTextStyle',
  'hideHomeButton',
] as const
const LISTENERS = [
  'onAppShow',
  'offAppShow',
  'onAppHide',
  'offAppHide',
  'onNetworkStatusChange',
  'offNetworkStatusChange',
  'onWindowResize',
  'offWindowResize',
  'onThemeChange',
  'offThemeChange',
  'onError',
  'onUnhandledRejection',
  'onPageNotFound',
  'onMemoryWarning',
  'onKeyboardHeightChange',
  'offKeyboardHeightChange',
] as const

export type Listeners = Map<string, ((event: unknown) => void)[]>

function asked(answers: Answers, calls: WxCall[]) {
  const note = (name: string, options: object) =>
    void calls.push({ name, options: { ...options } as Record<string, unknown> })
  const files = (count: number) => answers.photos.slice(0, count)
  return {
    chooseMedia(options: Callbacks & { count?: number }) {
      note('chooseMedia', options)
      const tempFiles = files(options.count ?? 9).map((path) => ({
        tempFilePath: path,
        size: 1000,
        fileType: 'image',
        width: 100,
        height: 100,
      }))
      return succeed(options, { tempFiles, type: 'image', errMsg: 'chooseMedia:ok' })
    },
    chooseImage(options: Callbacks & { count?: number }) {
      note('chooseImage', options)
      const tempFilePaths = files(options.count ?? 9)
      return succeed(options, {
        tempFilePaths,
        tempFiles: tempFilePaths.map((path) => ({ path, size: 1000 })),
        errMsg: 'chooseImage:ok',
      })
    },
    chooseMessageFile(options: Callbacks & { count: number; extension?: string[] }) {
      note('chooseMessageFile', options)
      const tempFiles = answers.files.slice(0, options.count).map((path) => ({
        path,
        name: basename(path),
        size: statSync(path).size,
        type: 'file',
        time: 0,
      }))
      return succeed(options, { tempFiles, errMsg: 'chooseMessageFile:ok' })
    },
    showModal(options: Callbacks) {
      note('showModal', options)
      return succeed(options, { confirm: answers.confirm, cancel: !answers.confirm, errMsg: 'showModal:ok' })
    },
    showActionSheet(options: Callbacks) {
      note('showActionSheet', options)
      return succeed(options, { tapIndex: answers.actionSheet, errMsg: 'showActionSheet:ok' })
    },
  }
}

/** `wx` as a plain object with only official names. */
export function createWx(parts: {
  go: Navigation
  store: Map<string, unknown>
  calls: WxCall[]
  listeners: Listeners
  answers: Answers
  launch: Record<string, unknown>
  redirect: Redirect
}): Record<string, unknown> {
  const { go, store, calls, listeners, answers, launch, redirect } = parts
  const silent = Object.fromEntries(
    SILENT.map((name) => [
      name,
      (options: Callbacks & Record<string, unknown> = {}) => {
        calls.push({ name, options: { ...options } })
        return succeed(options, { errMsg: `${name}:ok` })
      },
    ]),
  )
  const listening = Object.fromEntries(
    LISTENERS.map((name) => [
      name,
      (listener: (event: unknown) => void) => {
        if (name.startsWith('on')) listeners.set(name, [...(listeners.get(name) ?? []), listener])
      },
    ]),
  )
  const wx: Record<string, unknown> = {
    ...silent,
    ...listening,
    ...storage(store),
    ...navigation(go, calls),
    ...asked(answers, calls),
    ...network(redirect),
    ...sockets(redirect, calls),
    createSelectorQuery,
    login: (options?: Callbacks) => succeed(options, { code: 'host-code', errMsg: 'login:ok' }),
    getNetworkType: (options?: Callbacks) =>
      succeed(options, { networkType: 'wifi', errMsg: 'getNetworkType:ok' }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getSystemInfoSync: () => ({ ...WINDOW, ...BASE, ...DEVICE, safeArea: SAFE_AREA }),
    getSystemInfo: (options?: Callbacks) =>
      succeed(options, { ...WINDOW, ...BASE, ...DEVICE, safeArea: SAFE_AREA }),
    getWindowInfo: () => ({ ...WINDOW, safeArea: SAFE_AREA }),
    getAppBaseInfo: () => ({ ...BASE }),
    getDeviceInfo: () => ({ ...DEVICE }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 48,
      right: 365,
      bottom: 80,
      left: 278,
    }),
    canIUse: () => true,
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    getUpdateManager: () => ({
      onCheckForUpdate() {},
      onUpdateReady() {},
      onUpdateFailed() {},
      applyUpdate() {},
    }),
    getFileSystemManager: () => ({}),
    createIntersectionObserver: () => ({
      relativeTo() {
        return this
      },
      relativeToViewport() {
        return this
      },
      observe() {},
      disconnect() {},
    }),
    env: { USER_DATA_PATH: '/tmp' },
  }
  const official = officialNames()
  for (const name of Object.keys(wx)) {
    if (!official.has(name)) throw new Error(`the host offers wx.${name}, which WeChat's typings do not know`)
  }
  return wx
}
