import type { ReactNode } from 'react'
import { type MyPlace, useMe, useMyPlace } from '@/api/people'
import { leave } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { EmptyState, PageFrame } from '@/ui'

interface DutyProps {
  title: string
  /** Which duty opens the page. */
  needs(can: MyPlace['can']): boolean
  /** Whose it is, to whoever has it not: “名册由业委会来管”. */
  whose: string
  children(): ReactNode
}

/** A page of a duty: who has it not is told whose it is. What may really be done the server decides. */
export function Duty({ title, needs, whose, children }: DutyProps) {
  const me = useMe()
  const place = useMyPlace()
  return (
    <Loaded title={title} query={me}>
      {() =>
        place && needs(place.can) ? (
          children()
        ) : (
          <PageFrame title={title}>
            <EmptyState
              title={whose}
              text="您可以在业主表决里看公告、投票、看结果。"
              action={{ text: '回去', onPress: () => leave('/pages/home/index') }}
            />
          </PageFrame>
        )
      }
    </Loaded>
  )
}
