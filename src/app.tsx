import Taro, { usePageNotFound } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { ApiProvider } from './api/provider'
import { PersonCare } from './session/person-care'
import { WaitingSender } from './speak/draft/waiting-sender'
import { CareProvider } from './ui/care/care'
import { readyPages } from './ui/shell/pages'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  // An old or mistyped link leads home, not to a blank page.
  usePageNotFound(() => void Taro.reLaunch({ url: '/pages/home/index' }))
  useEffect(readyPages, [])
  return (
    <ApiProvider>
      <CareProvider>
        <PersonCare />
        <WaitingSender />
        {children}
      </CareProvider>
    </ApiProvider>
  )
}
