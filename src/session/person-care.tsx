import { useEffect } from 'react'
import { useMe } from '@/api/people'
import { useCare } from '@/ui'

/** Care mode belongs to the person: whoever comes in is met in his own way. */
export function PersonCare() {
  const me = useMe().data
  const { setCare } = useCare()
  const personId = me?.id
  const wants = me?.care
  // biome-ignore lint/correctness/useExhaustiveDependencies(personId): the next person is met in his own way too.
  useEffect(() => {
    if (wants !== undefined) setCare(wants)
  }, [personId, wants, setCare])
  return null
}
