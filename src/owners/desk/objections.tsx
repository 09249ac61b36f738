import type { VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { go, PAGES } from '@/parts/go'
import { Body, Button, Card, Heading, Small, Stack } from '@/ui'

/** Objections to the result: all must be answered before it can be certified. */
export function Objections({ vote, now }: { vote: VoteView; now: Instant }) {
  const { objections } = vote
  if (objections.length === 0) return null
  const open = objections.filter((each) => each.answeredAt === null)
  return (
    <>
      <Heading aside={open.length > 0 ? `${open.length} 条等答复` : '都答复了 ✓'}>对结果的异议</Heading>
      {objections.map((each) => (
        <Card key={each.id} tight>
          <Stack gap={2}>
            <Small>{`${each.label} · ${speakTime(Date.parse(each.at), now)}`}</Small>
            <Body>{each.text}</Body>
            {each.answeredAt !== null && <Small>{`答复：${each.answer}`}</Small>}
            {each.answeredAt === null && vote.can.answerObjection && (
              <Button
                id={`objection-${each.id}`}
                kind="plain"
                onPress={() => go(PAGES.voteDesk(vote.id, 'objection', each.id))}
              >
                答复
              </Button>
            )}
          </Stack>
        </Card>
      ))}
    </>
  )
}
