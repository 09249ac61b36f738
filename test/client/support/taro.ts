import { useEffect, useRef } from 'react'

// A light stand-in for @tarojs/taro: storage in memory, navigation and phone abilities as jest mocks,
// page lifecycle under the test's control. Tests import this file to steer it.

type Listener = () => void

const storage = new Map<string, unknown>()
const shown = new Set<Listener>()
const hidden = new Set<Listener>()
const pulled = new Set<Listener>()
const bottom = new Set<Listener>()
const network = new Set<(now: { isConnected: boolean; networkType: string }) => void>()

/** What the page under test was opened with, and how deep in the stack it is. */
export const page = { params: {} as Record<string, string | undefined>, path: '/pages/home/index', depth: 1 }

/** The lifecycle, by hand. */
export const lifecycle = {
  show: () => shown.forEach((listener) => void listener()),
  hide: () => hidden.forEach((listener) => void listener()),
  pullDown: () => pulled.forEach((listener) => void listener()),
  reachBottom: () => bottom.forEach((listener) => void listener()),
  network: (isConnected: boolean) => {
    const now = { isConnected, networkType: isConnected ? 'wifi' : 'none' }
    for (const listener of network) listener(now)
  },
}

/** Back to a fresh phone; call it before each test. */
export function resetTaro(): void {
  storage.clear()
  Object.assign(page, { params: {}, path: '/pages/home/index', depth: 1 })
  for (const ability of Object.values(Taro)) if (jest.isMockFunction(ability)) ability.mockClear()
}

const noListeners = new Set<Listener>()

/** Keeps a handler where the test can call it; always the newest one, as Taro does. */
function useListener(listeners: Set<Listener>, atOnce: boolean, handler: () => unknown): void {
  const newest = useRef(handler)
  newest.current = handler
  useEffect(() => {
    const listener = () => void newest.current()
    listeners.add(listener)
    if (atOnce) listener()
    return () => {
      listeners.delete(listener)
    }
  }, [listeners, atOnce])
}

export const useDidShow = (handler: () => unknown): void => useListener(shown, true, handler)
export const useDidHide = (handler: () => unknown): void => useListener(hidden, false, handler)
export const usePullDownRefresh = (handler: () => unknown): void => useListener(pulled, false, handler)
export const useReachBottom = (handler: () => unknown): void => useListener(bottom, false, handler)
export const useLaunch = (handler: () => unknown): void => useListener(noListeners, true, handler)
export const useReady = (handler: () => unknown): void => useListener(noListeners, true, handler)

export function useLoad(handler: (params: Record<string, string | undefined>) => void): void {
  const newest = useRef(handler)
  useEffect(() => newest.current(page.params), [])
}

export function useUnload(handler: () => void): void {
  const newest = useRef(handler)
  newest.current = handler
  useEffect(() => () => newest.current(), [])
}

export const useRouter = () => ({ params: page.params, path: page.path })
export const useShareAppMessage = (): void => {}
export const useShareTimeline = (): void => {}

const done = () => jest.fn((_options?: unknown) => Promise.resolve({ errMsg: 'ok' }))

const Taro = {
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getEnv: () => 'WEB',
  getStorageSync: jest.fn((key: string): unknown => storage.get(key) ?? ''),
  setStorageSync: jest.fn((key: string, value: unknown) => void storage.set(key, value)),
  removeStorageSync: jest.fn((key: string) => void storage.delete(key)),
  request: jest.fn((_options: unknown) =>
    Promise.reject(new Error('Taro.request: this test gave no answer')),
  ),
  uploadFile: jest.fn((_options: unknown) =>
    Promise.reject(new Error('Taro.uploadFile: this test gave no answer')),
  ),
  getCurrentPages: jest.fn(() => Array.from({ length: page.depth }, () => ({ route: page.path.slice(1) }))),
  getCurrentInstance: () => ({ router: { params: page.params, path: page.path }, page: null, app: null }),
  getAppBaseInfo: jest.fn((): object => ({})),
  getSystemInfoSync: jest.fn((): object => ({})),
  getLaunchOptionsSync: () => ({ path: page.path.slice(1), query: page.params, scene: 1001 }),
  navigateTo: done(),
  redirectTo: done(),
  switchTab: done(),
  reLaunch: done(),
  navigateBack: done(),
  setNavigationBarTitle: done(),
  showToast: done(),
  showModal: jest.fn((_options?: unknown) => Promise.resolve({ confirm: true, cancel: false, errMsg: 'ok' })),
  showLoading: done(),
  hideLoading: done(),
  stopPullDownRefresh: done(),
  pageScrollTo: done(),
  setClipboardData: done(),
  setTabBarBadge: done(),
  removeTabBarBadge: done(),
  showTabBarRedDot: done(),
  hideTabBarRedDot: done(),
  makePhoneCall: done(),
  previewImage: done(),
  requestSubscribeMessage: done(),
  login: jest.fn(() => Promise.resolve({ code: 'test-code', errMsg: 'ok' })),
  chooseMedia: jest.fn((_options?: unknown) =>
    Promise.resolve({ tempFiles: [] as { tempFilePath: string; size: number; originalFileObj?: File }[] }),
  ),
  getNetworkType: jest.fn(() => Promise.resolve({ networkType: 'wifi' })),
  onNetworkStatusChange: jest.fn((listener: (now: { isConnected: boolean; networkType: string }) => void) => {
    network.add(listener)
  }),
  offNetworkStatusChange: jest.fn(
    (listener: (now: { isConnected: boolean; networkType: string }) => void) => {
      network.delete(listener)
    },
  ),
  nextTick: (then: () => void) => void Promise.resolve().then(then),
  useDidShow,
  useDidHide,
  usePullDownRefresh,
  useReachBottom,
  useLoad,
  useUnload,
  useReady,
  useRouter,
}

export default Taro
