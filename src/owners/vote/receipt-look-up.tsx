import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { useReceipt } from '@/api/owners'
import { asProblem } from '@/api/problem'
import { Body, Button, Field, Small, Stack, TextInput } from '@/ui'
import { Fold } from '../fold'
import { shortDigest } from './rules-part'

/** Type the code of a receipt: that the ballot is there, and at which place. Never what it says. */
export function ReceiptLookUp({ voteId, now }: { voteId: string; now: Instant }) {
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const { data, error, isFetching, refetch } = useReceipt(voteId, asked)
  const look = () => {
    const given = code.trim().toUpperCase()
    if (given === '') return
    if (given === asked) void refetch()
    setAsked(given)
  }
  return (
    <Fold id="receipt-look-up" title="凭回执码查票" aside="在不在、第几号">
      <Stack>
        <Field label="回执码" error={error ? asProblem(error).message : undefined}>
          <TextInput id="look-up-code" label="回执码" value={code} onChange={setCode} onDone={look} />
        </Field>
        <Button id="look-up" kind="plain" busy={isFetching} onPress={look}>
          查
        </Button>
        {data?.found && (
          <Stack gap={1}>
            <Body strong>
              {data.position === null ? '这张票在 ✓' : `这张票在 ✓ 排在第 ${data.position} 号`}
            </Body>
            {data.at && <Small>{`收到的时间：${speakTime(Date.parse(data.at), now)}`}</Small>}
            {data.digest && (
              <Small>{`指纹 ${shortDigest(data.digest)}，和您回执上的一样，就是没有改过。`}</Small>
            )}
          </Stack>
        )}
        {data && !data.found && <Body>没有查到这个码。请看看有没有抄错，或找业委会。</Body>}
      </Stack>
    </Fold>
  )
}
