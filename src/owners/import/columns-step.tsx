import type { ImportView } from '@yishiting/domain/contract/owners'
import { Card, Heading, Picker, Small, Stack } from '@/ui'
import { WideGrid } from '../wide-grid'
import { COLUMNS, choose, columnOptions, type Mapping, NEEDED, NOT_THERE } from './columns'

interface ColumnsStepProps {
  view: ImportView
  mapping: Mapping
  onChange(mapping: Mapping): void
}

/** Which column of the file is which; what the file's own heads say is matched already. */
export function ColumnsStep({ view, mapping, onChange }: ColumnsStepProps) {
  const options = columnOptions(view)
  return (
    <>
      <Card tight>
        <Stack gap={0}>
          <Small>{view.fileName}</Small>
          <Small>{`${view.lines} 行，${view.header.length} 列`}</Small>
        </Stack>
      </Card>
      <Heading>表里的列，对应名册的哪一项？</Heading>
      <WideGrid>
        {COLUMNS.map(({ column, label, hint }) => {
          const chosen = options.find((option) => option.value === String(mapping[column]))
          return (
            <Stack key={column} gap={1}>
              <Picker
                id={`column-${column}`}
                label={label}
                options={options}
                value={String(mapping[column] ?? NOT_THERE)}
                onChange={(next) => onChange(choose(mapping, column, next))}
              />
              <Small>{chosen?.sub ?? `${NEEDED.includes(column) ? '一定要有。' : ''}${hint}`}</Small>
            </Stack>
          )
        })}
      </WideGrid>
    </>
  )
}
