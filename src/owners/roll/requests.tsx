import type { RollRequestView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { useRollRequests } from '@/api/owners-desk'
import { go, PAGES } from '@/parts/go'
import { More } from '@/parts/more'
import { Body, Button, Card, Heading, Row, Small, Stack, Tag } from '@/ui'
import { WideGrid } from '../wide-grid'
import { ABOUT } from './words'

const who = ({ person }: RollRequestView) => (person ? (person.name ?? person.label) : '业主')

/** What owners say is wrong with the roll: each waits for an answer. */
export function Requests({ count, now }: { count: number; now: Instant }) {
  const requests = useRollRequests()
  const open = requests.data?.pages.flatMap((page) => page.requests) ?? []
  if (count === 0 && open.length === 0) return null
  return (
    <>
      <Heading aside={`${Math.max(count, open.length)} 件等答复`}>业主说名册不对</Heading>
      <WideGrid>
        {open.map((request) => (
          <Card key={request.id} tight>
            <Stack gap={2}>
              <Row between>
                <Small>{`${request.unitCode || '没写房号'} · ${who(request)}`}</Small>
                <Tag>{ABOUT[request.about]}</Tag>
              </Row>
              <Body>{request.text}</Body>
              <Row between>
                <Small>{speakTime(Date.parse(request.at), now)}</Small>
                <Button
                  id={`answer-${request.id}`}
                  kind="plain"
                  small
                  onPress={() => go(PAGES.roll('answer', { request: request.id }))}
                >
                  答复
                </Button>
              </Row>
            </Stack>
          </Card>
        ))}
      </WideGrid>
      {requests.hasNextPage && <More query={requests} />}
    </>
  )
}
