import Taro, { usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { CareProvider } from './ui/care/care'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  // An old or mistyped link leads home, not to a blank page.
  usePageNotFound(() => void Taro.reLaunch({ url: '/pages/home/index' }))
  return <CareProvider>{children}</CareProvider>
}
