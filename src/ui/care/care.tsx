import Taro, { useDidShow } from '@tarojs/taro'
import {
  createContext,
  type PropsWithChildren,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { markCareOnShell } from '../shell'
import { fontFactor } from './factor'
import { phoneScale } from './phone-scale'

const KEY = 'care-mode'

export interface Care {
  /** Whether the reader asked for fewer and larger things. */
  care: boolean
  /** Text size factor, 1…1.5. */
  fs: number
  setCare(on: boolean): void
}

const CareContext = createContext<Care>({ care: false, fs: 1, setCare: () => {} })

/** Keeps care mode for the whole app: remembered on this device, and following the phone's own font size. */
export function CareProvider({ children }: PropsWithChildren) {
  const [care, setState] = useState(() => Taro.getStorageSync(KEY) === 'on')
  const [phone, setPhone] = useState(phoneScale)
  useDidShow(() => setPhone(phoneScale()))

  const setCare = useCallback((on: boolean) => {
    setState(on)
    Taro.setStorageSync(KEY, on ? 'on' : 'off')
  }, [])
  const fs = fontFactor(care, phone)
  useEffect(() => markCareOnShell(care, fs), [care, fs])

  const value = useMemo(() => ({ care, fs, setCare }), [care, fs, setCare])
  return <CareContext.Provider value={value}>{children}</CareContext.Provider>
}

/** Care mode as pages see it. */
export const useCare = (): Care => useContext(CareContext)
