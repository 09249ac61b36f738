import Taro from '@tarojs/taro'
import { go as open, PAGES as ROOMS } from '@/parts/go'

export const HOME = '/pages/home/index'
export const MATTERS = '/pages/matters/index'
export const MEETINGS = '/pages/meetings/index'
export const MINE = '/pages/mine/index'
const TABS = [HOME, MATTERS, MEETINGS, MINE]

/** Every page that can be opened above another. */
export const PAGES = {
  ...ROOMS,
  newMatter: () => '/speak/pages/new/index',
  edit: (id: string) => `/speak/pages/new/index?edit=${id}`,
  inbox: () => '/speak/pages/inbox/index',
}

/** Opens a page of the hall, be it a tab or one more page above this one. */
export function go(url: string): void {
  if (TABS.includes(url)) void Taro.switchTab({ url })
  else open(url)
}
