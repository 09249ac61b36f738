import type { ImportCheck } from '@yishiting/domain/contract/owners'
import { Card, Heading, Notice, Small, Stack, Title } from '@/ui'
import { LineList } from './line-list'

/** “36 户、35 人、3508.53 ㎡；其中开发商 2 户，车位和储藏室 4 户，3 户没有面积” */
export function summaryWords({ summary }: Pick<ImportCheck, 'summary'>): string {
  const parts = [
    summary.developerUnits > 0 && `开发商 ${summary.developerUnits} 户`,
    summary.specialUnits > 0 && `车位、储藏室、地下室 ${summary.specialUnits} 个`,
    summary.withoutArea > 0 && `没有面积的 ${summary.withoutArea} 户`,
  ].filter(Boolean)
  const whole = `${summary.units} 户、${summary.people} 人、${summary.area} ㎡`
  return parts.length > 0 ? `${whole}；其中${parts.join('，')}` : whole
}

const SHOWN_MAX = 500

/** What was found, line by line: either all is well, or nothing at all is imported. */
export function CheckStep({ check }: { check: ImportCheck }) {
  if (check.badCount > 0) {
    return (
      <>
        <Notice tone="danger" title={`有 ${check.badCount} 行不对，一行也没有导入`}>
          在表格里照下面的原因改好，再传一次。行号和表格里的一样，表头是第 1 行。
        </Notice>
        <Heading aside={check.badCount > SHOWN_MAX ? `先列出 ${SHOWN_MAX} 行` : undefined}>不对的行</Heading>
        <LineList lines={check.bad} />
      </>
    )
  }
  return (
    <>
      <Card>
        <Stack gap={1}>
          <Title>{`${check.lines} 行都对 ✓`}</Title>
          <Small>{summaryWords(check)}</Small>
        </Stack>
      </Card>
      {check.warnings.length > 0 && (
        <>
          <Heading aside="可以导入，请再看一眼">要留意的</Heading>
          <LineList lines={check.warnings} />
        </>
      )}
    </>
  )
}
