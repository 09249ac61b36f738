import { useState } from 'react'
import { go, PAGES } from '@/parts/go'
import { Cell, Chips, OfflineBar, PageFrame } from '@/ui'
import { MeetingList } from './parts/meeting-list'
import { VoteList } from './parts/vote-list'

type What = 'coming' | 'votes' | 'past'
const WHATS: { value: What; label: string }[] = [
  { value: 'coming', label: '要开的会' },
  { value: 'votes', label: '业主表决' },
  { value: 'past', label: '开过的会' },
]

/** 会议: what is coming and what has been, and beside the meetings what the owners decide by ballot. */
export default function Meetings() {
  const [what, setWhat] = useState<What>('coming')
  return (
    <PageFrame tab title="会议" banner={<OfflineBar />}>
      <Chips
        id="when"
        label="看哪些"
        options={WHATS}
        value={what}
        onChange={(next) => setWhat(next ?? what)}
      />
      {what === 'coming' && (
        <Cell id="petitions" label="联名要求开会" value="发起、签名" onPress={() => go(PAGES.petitions())} />
      )}
      {what === 'votes' ? <VoteList /> : <MeetingList when={what} onPast={() => setWhat('past')} />}
    </PageFrame>
  )
}
