import type { PropsWithChildren } from 'react'
import { CareProvider } from './ui/care/care'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  return <CareProvider>{children}</CareProvider>
}
