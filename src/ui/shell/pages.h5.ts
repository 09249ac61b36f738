import { onNetwork } from '../network'
import { toast } from '../overlay/overlay-store'

/** A neighbour's next taps; the first must open without a network too. */
const AHEAD = ['speak/pages/new/index', 'speak/pages/matter/index', 'deliberate/pages/meeting/index']
const IDLE_AFTER_MS = 1500
const LOST = /^Loading (CSS )?chunk/

interface Route {
  path?: string
  load?: (context: object, params: object) => Promise<unknown>
}

/** Taro's own table of pages, each with the way to fetch its code. */
function routes(): Route[] {
  const config: unknown = Reflect.get(window, '__taroAppConfig')
  if (typeof config !== 'object' || config === null) return []
  const found: unknown = Reflect.get(config, 'routes')
  return Array.isArray(found) ? found : []
}

async function fetchAhead(): Promise<void> {
  for (const path of AHEAD) {
    const route = routes().find((each) => each.path === path)
    try {
      await route?.load?.({}, {})
    } catch {
      // Without a network now: again when there is one.
    }
  }
}

// A page is lost once for its script and once for its style.
const SAME_LOSS_MS = 1000
let lostAt = 0

/** The page that was to be opened could not be fetched: without a word, a tap would seem to do nothing. */
function sayLost(event: PromiseRejectionEvent): void {
  const reason: unknown = event.reason
  if (!(reason instanceof Error) || !LOST.test(reason.message)) return
  event.preventDefault()
  if (Date.now() - lostAt < SAME_LOSS_MS) return
  lostAt = Date.now()
  toast('现在连不上网，这一页没能打开。有网了再点一次。', 'late')
  // The address is already that of the lost page; the one on the screen is still the one before it.
  window.history.back()
}

/** Once per visit: fetches the pages that are likely to be opened next, and says so when one cannot be had. */
export function readyPages(): () => void {
  const timer = setTimeout(() => void fetchAhead(), IDLE_AFTER_MS)
  const stop = onNetwork((isOnline) => {
    if (isOnline) void fetchAhead()
  })
  window.addEventListener('unhandledrejection', sayLost)
  return () => {
    clearTimeout(timer)
    stop()
    window.removeEventListener('unhandledrejection', sayLost)
  }
}
