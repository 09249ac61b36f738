import type { RollView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { openRemoteFile } from '@/api/files'
import type { RollSearch } from '@/api/owners-desk'
import { go, PAGES } from '@/parts/go'
import { useSettled } from '@/parts/use-settled'
import { Button, Cell, EmptyState, Heading, OfflineBar, PageFrame, TextInput } from '@/ui'
import { WideGrid } from '../wide-grid'
import { buildingWords } from '../words'
import { Requests } from './requests'
import { RollFigures } from './roll-figures'
import { RollVersions } from './roll-versions'
import { UnitList } from './unit-list'

export const openTemplate = () => openRemoteFile('owners.template', {}, '业主名册模板.xlsx')

const ImportButton = ({ first }: { first: boolean }) => (
  <Button id="roll-import" kind={first ? 'primary' : 'plain'} onPress={() => go(PAGES.rollImport())}>
    {first ? '导入名册' : '重新导入'}
  </Button>
)

/** 业主名册: who owns what, what is still missing, and what owners say is wrong. */
export function Overview({ roll, now }: { roll: RollView; now: Instant }) {
  const [code, setCode] = useState('')
  const wanted = useSettled(code.trim())
  const frame = { title: '业主名册', wide: true, banner: <OfflineBar /> }
  if (roll.version === null) {
    return (
      <PageFrame {...frame} actions={<ImportButton first />}>
        <EmptyState
          title="还没有名册"
          text="有了名册，才知道谁能投票、算几个人、多少面积。先下载模板，照着填好，再导入。"
          action={{ text: '下载模板', onPress: openTemplate }}
        />
        <Requests count={roll.openRequests} now={now} />
      </PageFrame>
    )
  }
  const list = (search: RollSearch) => go(PAGES.roll('units', search as Record<string, string>))
  return (
    <PageFrame {...frame} actions={<ImportButton first={false} />}>
      <TextInput
        id="roll-search"
        label="按房号找"
        placeholder="按房号找，例如 3-2-501"
        value={code}
        onChange={setCode}
      />
      {wanted !== '' ? (
        <UnitList search={{ code: wanted }} />
      ) : (
        <>
          <RollFigures roll={roll} />
          {roll.withoutArea > 0 && (
            <Cell
              id="without-area"
              label="没有面积"
              value={`${roll.withoutArea} 户，先补上`}
              onPress={() => list({ only: 'without_area' })}
            />
          )}
          <Requests count={roll.openRequests} now={now} />
          <Heading aside={`共 ${roll.buildings.length} 栋`}>按楼栋看</Heading>
          <WideGrid>
            {roll.buildings.map(({ building, units, area }, at) => (
              <Cell
                key={building}
                id={`roll-building-${at}`}
                label={buildingWords(building)}
                value={`${units} 户 · ${area} ㎡`}
                onPress={() => list({ building })}
              />
            ))}
          </WideGrid>
          <Cell
            label="车位、储藏室、地下室"
            value="单独看"
            onPress={() => list({ only: 'special' })}
            id="special-units"
          />
          <Cell id="template" label="下载模板" value="XLSX" onPress={openTemplate} />
          <RollVersions versions={roll.versions} now={now} />
        </>
      )}
    </PageFrame>
  )
}
