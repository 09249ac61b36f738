import type { VoteView } from '@yishiting/domain/contract/owners'
import { useRollRequest } from '@/api/owners'
import { useCompound } from '@/api/people'
import { ReadAloud } from '@/parts/read-aloud'
import { Button, Cell, call, confirm, toast, useCare } from '@/ui'
import { aloud } from './aloud'
import { waitingRight } from './rights'

const PHONE = /1\d{10}|0\d{2,3}-?\d{7,8}|\b\d{7,8}\b/

/** For whom a phone's page is no way to vote: a paper to the door, or somebody to ring. */
export function OtherWays({ vote }: { vote: VoteView }) {
  const { care } = useCare()
  const branch = useCompound().data?.branchPhone
  const request = useRollRequest()
  const number = PHONE.exec(vote.contact)?.[0] ?? branch
  const right = waitingRight(vote)
  const hasPaper = vote.rules.channels.some((channel) => channel === 'paper' || channel === 'door')
  const askForPaper = async (unitCode: string) => {
    const sure = await confirm({
      title: '要一张纸质票？',
      text: '会告诉业委会您家的房号，请他们把票送上门。',
      ok: '要',
    })
    const body = { unitCode, about: 'other' as const, text: `“${vote.title}”：请给我家送一张纸质票。` }
    if (sure && (await request.send({ body }))) toast('告诉业委会了，会有人把票送来', 'ok')
    else if (sure) toast('没有送到，请再试一次，或打电话', 'late')
  }
  const wants =
    vote.state === 'open' && hasPaper && right ? () => askForPaper(right.unitCodes[0] ?? '') : null
  if (care) {
    return (
      <>
        <ReadAloud id="read-aloud" text={aloud(vote)} />
        {wants && (
          <Button id="want-paper" kind="plain" icon="paper" onPress={wants}>
            我要纸质票
          </Button>
        )}
        {number && (
          <Button id="call-contact" kind="plain" icon="phone" onPress={() => call(number)}>
            打电话问
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      {wants && (
        <Cell id="want-paper" icon="paper" label="要纸质票" value="送上门" onPress={() => void wants()} />
      )}
      {vote.contact && (
        <Cell
          id="call-contact"
          icon="phone"
          label="问谁"
          value={vote.contact}
          onPress={number ? () => call(number) : undefined}
        />
      )}
    </>
  )
}
