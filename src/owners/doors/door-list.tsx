import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { type ReactNode, useState } from 'react'
import { useDeliver, useDoors } from '@/api/owners-desk'
import { Answer } from '@/parts/loaded'
import { More } from '@/parts/more'
import { Chips, EmptyState, Field, Heading, toast } from '@/ui'
import { type ByHand, byHandOptions } from '../vote-words'
import { WideGrid } from '../wide-grid'
import { buildingWords, stairwellWords } from '../words'
import { DoorCard } from './door-card'
import { OUTCOMES } from './words'

/** Doors still to knock at, building by building, stairwell by stairwell. */
export function DoorList({ vote, now }: { vote: VoteView; now: Instant }) {
  const [building, setBuilding] = useState<string | null>(null)
  const ways = byHandOptions(vote.rules.channels)
  const [way, setWay] = useState<ByHand | null>(ways[0]?.value ?? null)
  const doors = useDoors(vote.id, building)
  const deliver = useDeliver()
  const buildings = doors.data?.pages[0]?.buildings ?? []
  const mayDeliver = vote.can.deliver && way !== null
  return (
    <>
      {vote.can.deliver && ways.length > 1 && (
        <Field label="怎么送？">
          <Chips
            id="door-way"
            label="怎么送？"
            options={ways}
            value={way}
            onChange={(next) => next && setWay(next)}
          />
        </Field>
      )}
      <Chips
        id="door-building"
        label="看哪一栋"
        scroll
        options={buildings.map((each, at) => ({
          value: String(at),
          label: buildingWords(each.building),
          count: each.left,
        }))}
        value={indexOf(buildings, building)}
        onChange={(at) => setBuilding(at === null ? null : (buildings[Number(at)]?.building ?? null))}
      />
      <Answer skeleton="list" query={doors}>
        {({ pages }) => {
          const lines = pages.flatMap((page) => page.lines)
          if (lines.length === 0) return <EmptyState title="这里都投过了" text="还没投的户，会排在这里。" />
          return (
            <>
              {groups(lines).map(({ name, doors: within }) => (
                <Group key={name} name={name} count={within.length}>
                  {within.map((line) => (
                    <DoorCard
                      key={line.keyNo}
                      line={line}
                      now={now}
                      onOutcome={
                        mayDeliver
                          ? async (outcome) => {
                              const body = { keyNo: line.keyNo, channel: way, outcome }
                              const done = await deliver.send({ params: { voteId: vote.id }, body })
                              if (done) toast(`记下了：${line.unitCodes[0]} ${OUTCOMES[outcome]}`, 'ok')
                            }
                          : undefined
                      }
                    />
                  ))}
                </Group>
              ))}
              <More query={doors} end="就这些户还没投" />
            </>
          )
        }}
      </Answer>
    </>
  )
}

// A building's name may hold anything: chips are told apart by their place.
const indexOf = (buildings: readonly { building: string }[], chosen: string | null): string | null => {
  const at = buildings.findIndex((each) => each.building === chosen)
  return at < 0 ? null : String(at)
}

type Line = Parameters<typeof DoorCard>[0]['line']

/** In the order they came, one group for each stairwell. */
function groups(lines: readonly Line[]): { name: string; doors: Line[] }[] {
  const found = new Map<string, Line[]>()
  for (const line of lines) {
    const name = [buildingWords(line.building), stairwellWords(line.stairwell)].filter(Boolean).join(' ')
    found.set(name, [...(found.get(name) ?? []), line])
  }
  return [...found].map(([name, doors]) => ({ name, doors }))
}

const Group = ({ name, count, children }: { name: string; count: number; children: ReactNode }) => (
  <>
    <Heading aside={`${count} 户没投`}>{name || '其他'}</Heading>
    <WideGrid>{children}</WideGrid>
  </>
)
