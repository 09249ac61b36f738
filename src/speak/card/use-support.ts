import { useQueryClient } from '@tanstack/react-query'
import { patchCards } from '@/api/caches'
import { useSupport } from '@/api/speak'

interface Supportable {
  id: string
  supported: boolean
  supports: number
}

/** 我也遇到, shown at once and taken back when the server says no. Returns nothing to wait for: the button stays calm. */
export function useSupportToggle({ id, supported, supports }: Supportable): () => void {
  const client = useQueryClient()
  const support = useSupport()
  return () => {
    const on = !supported
    patchCards(client, id, { supported: on, supports: supports + (on ? 1 : -1) })
    void support.send({ params: { matterId: id }, body: { on } }).then((answer) => {
      if (!answer) patchCards(client, id, { supported, supports })
    })
  }
}
