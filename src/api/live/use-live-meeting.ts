import { useQueryClient } from '@tanstack/react-query'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { useEffect, useRef, useState } from 'react'
import { KEYS } from '../caches'
import { addressOf } from '../client'
import { useMeeting } from '../deliberate'
import { useNow } from '../people'
import { readSession, useSession } from '../session-store'
import { LiveConnection, type LiveEvent } from './connection'
import { isLive } from './is-live'
import { changesOwn, mergeLive } from './merge'

/** Without a line the page is read again so often. */
const EVERY_MS = 4_000
/** A thousand phones do not all ask at the same moment. */
const SPREAD_MS = 2_000

/** The web build speaks to where it came from. */
const inSockets = (url: string): string =>
  (url.startsWith('http') ? url : `${window.location.origin}${url}`).replace(/^http/, 'ws')

const addressOfMeeting = async (meetingId: string): Promise<string> =>
  `${inSockets(await addressOf('deliberate.read', { params: { meetingId } }))}/live`

/**
 * A meeting as it goes: over a socket while it is live and its page in front, by reading it every 4 s where there is none.
 * `onEvent` hears each step once.
 */
export function useLiveMeeting(id: string, inFront: boolean, onEvent?: (event: LiveEvent) => void) {
  const client = useQueryClient()
  const now = useNow()
  const signedIn = useSession().token !== null
  const [isConnected, setIsConnected] = useState(false)
  const polls = inFront && !isConnected
  const query = useMeeting(id, polls ? EVERY_MS : undefined, (meeting) => isLive(meeting, now))
  const follows = inFront && signedIn && query.data !== undefined && isLive(query.data, now)
  const listener = useRef(onEvent)
  listener.current = onEvent

  useEffect(() => {
    if (!follows) return
    const key = KEYS.meeting(id)
    let asked: ReturnType<typeof setTimeout> | null = null
    const readAgain = () => {
      asked ??= setTimeout(() => {
        asked = null
        void client.invalidateQueries({ queryKey: key })
      }, Math.random() * SPREAD_MS)
    }
    const connection = new LiveConnection({
      address: () => addressOfMeeting(id),
      token: () => readSession().token,
      onConnected: setIsConnected,
      onEvent: (event) => listener.current?.(event),
      onPicture: (live) => {
        if (changesOwn(client.getQueryData<MeetingView>(key), live)) readAgain()
        client.setQueryData<MeetingView>(key, (view) => mergeLive(view, live))
      },
    })
    return () => {
      connection.stop()
      if (asked) clearTimeout(asked)
    }
  }, [client, follows, id])
  return query
}
