import { type RollSearch, useRollUnits } from '@/api/owners-desk'
import { go, PAGES } from '@/parts/go'
import { Answer } from '@/parts/loaded'
import { More } from '@/parts/more'
import { EmptyState } from '@/ui'
import { WideGrid } from '../wide-grid'
import { UnitCard } from './unit-card'

/** The units that answer to a search or a filter. */
export function UnitList({ search }: { search: RollSearch }) {
  const units = useRollUnits(search)
  return (
    <Answer skeleton="list" query={units}>
      {({ pages }) => {
        const found = pages.flatMap((page) => page.units)
        if (found.length === 0) {
          return <EmptyState title="没有找到" text="房号要和名册上的写法一样，例如 3-2-501。" />
        }
        return (
          <>
            <WideGrid>
              {found.map((unit) => (
                <UnitCard
                  key={unit.unitId}
                  unit={unit}
                  onCorrect={() => go(PAGES.roll('correct', { code: unit.code }))}
                />
              ))}
            </WideGrid>
            <More query={units} end={`就这 ${found.length} 户`} />
          </>
        )
      }}
    </Answer>
  )
}
