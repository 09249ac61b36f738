import { Card, EmptyState, ErrorState, Icon, type IconName, Notice, Row, Skeleton, Small } from '@/ui'

const ICONS: IconName[] = [
  'back',
  'right',
  'down',
  'home',
  'close',
  'plus',
  'check',
  'camera',
  'phone',
  'place',
  'warn',
  'info',
  'search',
  'filter',
  'share',
  'bell',
  'calendar',
  'clock',
  'people',
  'offline',
  'retry',
  'listen',
  'edit',
  'follow',
  'paper',
]

export const StatePart = () => (
  <>
    <Notice title="这件事正在等支部分类">一般 3 个工作日内有结果，晚了这里会写出来。</Notice>
    <Notice tone="warn" title="只剩今天一天">
      18:00 截止，过了就不能投了。
    </Notice>
    <Skeleton count={1} />
    <Skeleton kind="list" count={2} />
    <Card>
      <EmptyState
        title="还没有人说事"
        text="说一件您身边的事，24 小时内有人接。"
        action={{ text: '说一件事', onPress: () => {} }}
      />
    </Card>
    <Card>
      <ErrorState text="没连上，刚才的内容还在" hint="看看有没有网，再点一次就好。" onRetry={() => {}} />
    </Card>
    <Card>
      <Row wrap gap={4}>
        {ICONS.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </Row>
      <Small>图标只是陪衬，话要说全</Small>
    </Card>
  </>
)
