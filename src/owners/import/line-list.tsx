import type { ImportCheck } from '@yishiting/domain/contract/owners'
import { useState } from 'react'
import { Body, Button, Card, Small, Stack } from '@/ui'

const STEP = 50

/** Lines of the file, each with what is to be said about it; long lists come piece by piece. */
export function LineList({ lines }: { lines: ImportCheck['bad'] }) {
  const [shown, setShown] = useState(STEP)
  return (
    <Card>
      <Stack gap={2}>
        {lines.slice(0, shown).map(({ line, code, reason }) => (
          <Stack key={`${line} ${reason}`} gap={0}>
            <Small>{[`第 ${line} 行`, code].filter(Boolean).join(' · ')}</Small>
            <Body>{reason}</Body>
          </Stack>
        ))}
        {lines.length > shown && (
          <Button kind="quiet" onPress={() => setShown(shown + STEP)}>
            {`再看 ${Math.min(STEP, lines.length - shown)} 行`}
          </Button>
        )}
      </Stack>
    </Card>
  )
}
