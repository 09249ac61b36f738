import type { ImportView } from '@yishiting/domain/contract/owners'
import { useState } from 'react'
import { asProblem } from '@/api/problem'
import { uploadRoll } from '@/api/upload'
import { chooseFile } from '@/parts/files/choose-file'
import { Body, Button, Card, Cell, Notice, Small, Stack, ThresholdBar } from '@/ui'
import { openTemplate } from '../roll/overview'

const ENDINGS = ['xlsx', 'csv']
const BYTES_MAX = 20 * 1024 * 1024
const inWeapp = process.env.TARO_ENV === 'weapp'

/** The file: from where, and how far it has got. */
export function FileStep({ onRead }: { onRead(view: ImportView): void }) {
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null)
  const [problem, setProblem] = useState('')
  const pick = async () => {
    const file = await chooseFile(ENDINGS)
    if (!file) return
    if (file.size > BYTES_MAX) return setProblem('文件超过 20 MB 了。请去掉图片和多余的表，再传。')
    setProblem('')
    setSending({ name: file.name, percent: 0 })
    try {
      const onProgress = (percent: number) => setSending({ name: file.name, percent })
      onRead(await uploadRoll({ path: file.path, fileName: file.name, onProgress }))
    } catch (error) {
      setProblem(asProblem(error).message)
    } finally {
      setSending(null)
    }
  }
  return (
    <>
      <Card>
        <Stack>
          <Body>一户一行，第一行是表头。XLSX 或 CSV 都行，20 MB 以内。</Body>
          <Small>传上去先检查，不会马上改名册。有一行不对，就一行也不导入。</Small>
          {inWeapp && <Small>先把文件发到“文件传输助手”，再从聊天里选。</Small>}
        </Stack>
      </Card>
      <Cell id="template" label="没有表格？" value="下载模板" onPress={openTemplate} />
      {sending && (
        <Card>
          <ThresholdBar label={sending.name} count={sending.percent} total={100} unit="%" marks={[]} />
        </Card>
      )}
      {problem && (
        <Notice tone="warn" title="没有传上">
          {problem}
        </Notice>
      )}
      <Button id="import-file" busy={sending !== null} onPress={pick}>
        {problem ? '再选一次' : '选文件'}
      </Button>
    </>
  )
}
