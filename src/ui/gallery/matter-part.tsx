import Taro from '@tarojs/taro'
import {
  Badge,
  Body,
  Button,
  Card,
  FiveMattersBar,
  Heading,
  Num,
  PhotoGrid,
  ResultBars,
  Row,
  Small,
  Stack,
  Stamp,
  StandingLine,
  Tag,
  ThresholdBar,
  Timeline,
  Title,
} from '@/ui'
import { doing, finished, photos, walking } from './sample'

const area = (tenThousandths: number): string => (tenThousandths / 10_000).toFixed(2)

export const MatterPart = () => (
  <>
    <Card tone="brand">
      <Row between>
        <Stack gap={1}>
          <Title big>有事，大家说</Title>
          <Small>说了就有编号，24 小时内有人接</Small>
        </Stack>
        <Button>说一件事</Button>
      </Row>
    </Card>
    <Heading aside="2 件">等我办</Heading>
    <Card>
      <Stack>
        <Stack gap={0}>
          <Title>3 号楼加装电梯，业主表决</Title>
          <Small>
            还剩 <Num late>4 天</Num> · 参与 <Num>61%</Num>，离三分之二还差 <Num>2</Num> 户
          </Small>
        </Stack>
        <Row>
          <Button grow={1}>去投票</Button>
          <Button kind="plain">看材料</Button>
        </Row>
      </Stack>
    </Card>
    <Heading
      aside="全部 38 件"
      onMore={() => void Taro.navigateTo({ url: '/speak/pages/matter/index?id=1' })}
    >
      身边的事
    </Heading>
    <Card onPress={() => {}} label="17 号楼电梯总是抖">
      <Stack gap={2}>
        <Row between>
          <Title>17 号楼电梯总是抖</Title>
          <Small late>逾期 2 天</Small>
        </Row>
        <FiveMattersBar steps={doing} compact />
        <StandingLine room="act" line="物业工程部在办" due="应于 4 月 3 日前办完" overdueText="逾期 2 天" />
      </Stack>
    </Card>
    <Card>
      <Stack>
        <Title big>车棚充电口又老又慢还要投币</Title>
        <Row wrap>
          <Tag>消防管理</Tag>
          <Tag tone="deliberate">小区共事</Tag>
          <Small>5 号楼东侧 · 3 月 12 日</Small>
          <Badge count={128} />
          <Badge dot />
        </Row>
        <FiveMattersBar steps={walking} />
        <StandingLine
          room="deliberate"
          line="3 月 20 日 19:00 开议事会"
          due="党群活动室，也可手机参加 · 支部主持"
        />
        <Row>
          <Button grow={1}>我要参加</Button>
          <Button kind="plain">先说意见</Button>
        </Row>
      </Stack>
    </Card>
    <Card>
      <Stack>
        <Body>扫码的只有一组，楼道里东西也堆满了。晚上抢不到就有人拉线到楼下，太吓人。</Body>
        <PhotoGrid photos={photos} />
        <Row between>
          <Small>
            <Num>46</Num> 人也遇到 · 12 人关注
          </Small>
          <Button kind="plain" small>
            我也遇到
          </Button>
        </Row>
      </Stack>
    </Card>
    <Heading>一路走来</Heading>
    <Timeline
      items={[
        { key: 'c', room: 'deliberate', text: '列入 3 月 20 日议事会第 2 项', sub: '支部 · 昨天 10:12' },
        {
          key: 'b',
          room: 'sort',
          text: '分为小区共事，另转物业清理堆物',
          sub: '因为涉及公共车棚改造，需要大家商量 · 3 月 13 日',
          photos,
        },
        { key: 'a', room: 'speak', text: '5 号楼居民说了这件事', sub: '3 月 12 日 21:40' },
      ]}
    />
    <Card>
      <Row between>
        <Stack gap={1}>
          <Title big>3 号楼 2 单元加装电梯</Title>
          <Small>3 月 25 日 18:00 截止 · 业委会公布</Small>
        </Stack>
        <Stamp>通过</Stamp>
      </Row>
      <FiveMattersBar steps={finished} />
    </Card>
    <Card>
      <Stack gap={2}>
        <ThresholdBar
          label="人数参与"
          count={22}
          total={36}
          unit="户"
          marks={[{ of: [2, 3] }]}
          words="还差 2 户"
        />
        <ThresholdBar
          label="面积参与"
          count={22_311_800}
          total={35_085_300}
          unit="㎡"
          show={area}
          marks={[{ of: [2, 3] }]}
          words="还差 107.84 ㎡"
        />
        <ThresholdBar label="同意人数" count={24} total={30} need={23} marks={[{ of: [3, 4] }]} met />
      </Stack>
    </Card>
    <Card>
      <ResultBars
        rows={[
          { label: '同意', count: 24 },
          { label: '不同意', count: 4 },
          { label: '弃权', count: 2 },
        ]}
        note="手机 21 票，纸质 9 票"
      />
    </Card>
    <Row>
      <Stamp tone="late">未通过</Stamp>
      <Stamp tone="plain">未开成</Stamp>
    </Row>
  </>
)
