import type { ImportCheck, ImportView } from '@yishiting/domain/contract/owners'
import { useState } from 'react'
import { useApplyImport, useCheckImport } from '@/api/owners-desk'
import { leave, PAGES } from '@/parts/go'
import { useErrors } from '@/parts/use-errors'
import { Button, confirm, Notice, OfflineBar, PageFrame, Row, Small, Stack, toast } from '@/ui'
import { CheckStep, summaryWords } from './check-step'
import { type Mapping, missingColumns } from './columns'
import { ColumnsStep } from './columns-step'
import { ConfirmStep, closingErrors, NO_CLOSING } from './confirm-step'
import { FileStep } from './file-step'

const STEPS = ['选文件', '对上各列', '检查', '确认导入']

/** 导入名册: file, columns, check, confirm. Nothing in the roll changes before the last button. */
export function Wizard() {
  const [view, setView] = useState<ImportView | null>(null)
  const [mapping, setMapping] = useState<Mapping>({})
  const [checked, setChecked] = useState<ImportCheck | null>(null)
  const [isLast, setLast] = useState(false)
  const [closing, setClosing] = useState(NO_CLOSING)
  const [check, apply] = [useCheckImport(), useApplyImport()]
  const { errors, isFine } = useErrors(closingErrors(closing))

  const restart = () => {
    setView(null)
    setChecked(null)
    setLast(false)
  }
  const look = async () => {
    if (!view) return
    setChecked(await check.send({ params: { importId: view.id }, body: { mapping } }))
  }
  const take = async () => {
    if (!view || !checked || !isFine()) return
    const sure = await confirm({
      title: '导入名册？',
      text: `${summaryWords(checked)}。现在的名册换成这一份，旧的版本留着；已经公告的表决不受影响。`,
      ok: '导入',
    })
    if (!sure) return
    const units = closing.units.trim()
    const body = {
      mapping,
      reason: closing.reason.trim(),
      registryUnits: units === '' ? null : Number(units),
      registryArea: closing.area.trim() || null,
    }
    if (!(await apply.send({ params: { importId: view.id }, body }))) return
    toast('名册导入好了', 'ok')
    leave(PAGES.roll())
  }

  const missing = missingColumns(mapping)
  const hasBad = checked !== null && checked.badCount > 0
  const at = !view ? 0 : !checked ? 1 : isLast ? 3 : 2
  const problem = at === 3 ? apply.problem : at === 1 ? check.problem : null
  return (
    <PageFrame
      title="导入名册"
      wide={at === 1 || at === 2}
      banner={<OfflineBar />}
      actions={
        at > 0 && (
          <Stack gap={2}>
            {problem && <Notice tone="warn">{problem.message}</Notice>}
            <Row>
              {at === 1 && (
                <>
                  <Button id="import-restart" kind="plain" grow={1} onPress={restart}>
                    换个文件
                  </Button>
                  <Button
                    id="import-check"
                    grow={1.6}
                    disabled={missing !== ''}
                    reason={`先对上${missing}`}
                    onPress={look}
                  >
                    检查
                  </Button>
                </>
              )}
              {at === 2 && (
                <>
                  <Button id="import-columns" kind="plain" grow={1} onPress={() => setChecked(null)}>
                    改各列
                  </Button>
                  <Button
                    id={hasBad ? 'import-restart' : 'import-next'}
                    grow={1.6}
                    onPress={() => (hasBad ? restart() : setLast(true))}
                  >
                    {hasBad ? '改好了，重新传' : '下一步'}
                  </Button>
                </>
              )}
              {at === 3 && (
                <>
                  <Button id="import-back" kind="plain" grow={1} onPress={() => setLast(false)}>
                    上一步
                  </Button>
                  <Button id="import-apply" grow={1.6} onPress={take}>
                    导入
                  </Button>
                </>
              )}
            </Row>
          </Stack>
        )
      }
    >
      <Small>{`第 ${at + 1} 步，共 ${STEPS.length} 步：${STEPS[at]}`}</Small>
      {at === 0 && (
        <FileStep
          onRead={(read) => {
            setView(read)
            setMapping(read.mapping)
          }}
        />
      )}
      {at === 1 && view && <ColumnsStep view={view} mapping={mapping} onChange={setMapping} />}
      {at === 2 && checked && <CheckStep check={checked} />}
      {at === 3 && (
        <ConfirmStep
          closing={closing}
          errors={errors}
          onChange={(part) => setClosing((before) => ({ ...before, ...part }))}
        />
      )}
    </PageFrame>
  )
}
