import { useEffect } from 'react'
import { useMe } from '@/api/people'
import { useCare } from '@/ui'

/** Care mode belongs to the person: whoever comes in is met in his own way. */
export function PersonCare() {
  const me = useMe().data
  const { setCare } = useCare()
  useEffect(() => {
    if (me) setCare(me.care)
    // biome-ignore lint/correctness/useExhaustiveDependencies: only another person, or his own choice, changes the mode.
  }, [me?.id, me?.care])
  return null
}
