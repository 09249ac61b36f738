import { useEffect } from 'react'

/** In a browser: Escape closes, and the keyboard starts inside what has opened. Nothing in WeChat. */
export function useOverlayKeys(open: boolean, focusId: string, onEscape: () => void): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp' || !open) return
    const before = document.activeElement
    document.getElementById(focusId)?.focus()
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape()
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open, focusId, onEscape])
}
