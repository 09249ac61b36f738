import { useRead } from '../api/queries'
import { useSession } from '../api/session'

/** Who is at the desk, and his place in the compound that the desk works for. */
export function useMe() {
  const session = useSession()
  const me = useRead('people.me')
  const place = me.data?.compounds.find(({ id }) => id === session?.compoundId) ?? null
  return { ...me, me: me.data ?? null, place }
}
