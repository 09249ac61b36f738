import type { StandingInRoll } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { AREA_SOURCES, UNIT_USES } from '@yishiting/domain/owners/roll'
import { go, PAGES } from '@/parts/go'
import { Body, Button, Card, Heading, OfflineBar, PageFrame, Row, Small, Stack, Tag, Title } from '@/ui'
import { areaWords } from '../words'
import { ABOUT, REQUEST_STATES } from './words'

type MyUnit = StandingInRoll['units'][number]

const UnitCard = ({ unit }: { unit: MyUnit }) => (
  <Card tight>
    <Stack gap={0}>
      <Row between>
        <Title>{unit.code}</Title>
        <Small>{UNIT_USES[unit.use]}</Small>
      </Row>
      <Body>{areaWords(unit.area) + (unit.areaSource ? `（${AREA_SOURCES[unit.areaSource]}）` : '')}</Body>
      <Small>{unit.owners.length > 0 ? `业主 ${unit.owners.join('、')}` : '没有登记业主'}</Small>
      {unit.problem && <Small late>{unit.problem}</Small>}
    </Stack>
  </Card>
)

function RequestCard({ request, now }: { request: StandingInRoll['requests'][number]; now: Instant }) {
  return (
    <Card tight>
      <Stack gap={1}>
        <Row between>
          <Small>{[request.unitCode, ABOUT[request.about]].filter(Boolean).join(' · ')}</Small>
          <Tag tone={request.state === 'accepted' ? 'ok' : 'plain'}>{REQUEST_STATES[request.state]}</Tag>
        </Row>
        <Body>{request.text}</Body>
        <Small>{speakTime(Date.parse(request.at), now)}</Small>
        {request.answer && <Body>{`答复：${request.answer}`}</Body>}
      </Stack>
    </Card>
  )
}

/** 我能投票吗: one sentence, then what the roll has of me, and what to do when it is wrong. */
export const StandingPage = ({ standing, now }: { standing: StandingInRoll; now: Instant }) => (
  <PageFrame
    title="我能投票吗"
    banner={<OfflineBar />}
    actions={
      standing.units.length === 0 && (
        <Button id="standing-claim" onPress={() => go(PAGES.standing('claim'))}>
          认领我的房子
        </Button>
      )
    }
  >
    <Card id="standing-line">
      <Stack gap={1}>
        <Title big>{standing.canVote ? '您可以投票 ✓' : '现在还不能投票'}</Title>
        <Body>{standing.line}</Body>
      </Stack>
    </Card>
    {standing.units.length > 0 && (
      <Heading aside={standing.rollVersion === null ? undefined : `第 ${standing.rollVersion} 版`}>
        名册里您的房子
      </Heading>
    )}
    {standing.units.map((unit) => (
      <UnitCard key={unit.code} unit={unit} />
    ))}
    {standing.units.length > 0 && (
      <Button id="standing-claim" kind="plain" onPress={() => go(PAGES.standing('claim'))}>
        还有一套，也认领
      </Button>
    )}
    <Button id="standing-wrong" kind="plain" onPress={() => go(PAGES.standing('wrong'))}>
      名册不对
    </Button>
    {standing.requests.length > 0 && <Heading>我说过的不对</Heading>}
    {standing.requests.map((request) => (
      <RequestCard key={request.id} request={request} now={now} />
    ))}
    <Small center>姓名只显示一部分；别人看不到您的房子和面积</Small>
  </PageFrame>
)
