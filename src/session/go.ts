import Taro from '@tarojs/taro'

const TABS = ['/pages/home/index', '/pages/matters/index', '/pages/meetings/index', '/pages/mine/index']
// WeChat keeps ten pages; the tenth must not fail.
const DEEPEST = 9

export const HOME = '/pages/home/index'
export const MATTERS = '/pages/matters/index'
export const MEETINGS = '/pages/meetings/index'
export const MINE = '/pages/mine/index'
export const NEW_MATTER = '/speak/pages/new/index'
export const INBOX = '/speak/pages/inbox/index'
export const QUEUE = '/sort/pages/queue/index'
export const TASKS = '/act/pages/tasks/index'
export const PLAN = '/deliberate/pages/plan/index'
export const matterPage = (id: string): string => `/speak/pages/matter/index?id=${id}`
export const meetingPage = (id: string): string => `/deliberate/pages/meeting/index?id=${id}`
export const decidePage = (id: string): string => `/sort/pages/decide/index?id=${id}`
export const taskPage = (matter: string, route: string): string =>
  `/act/pages/task/index?matter=${matter}&route=${route}`
export const ratePage = (matter: string, route: string): string =>
  `/rate/pages/rate/index?matter=${matter}&route=${route}`

/** Opens a page of the hall: a tab, one more page, or in place of this one when the stack is full. */
export function go(url: string): void {
  const path = url.split('?')[0] ?? url
  if (TABS.includes(path)) void Taro.switchTab({ url: path })
  else if (Taro.getCurrentPages().length >= DEEPEST) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

/** Back where there is a way back, else home: a deep link has no page behind it. */
export function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: HOME })
}
