import type { ItemResultView } from '@yishiting/domain/contract/owners'
import { Row, Stack, Tag, Title } from '@/ui'
import { TestBars } from './test-bars'
import { drawnTests } from './tests'

/** Schemes or candidates one by one: who agreed to each, against the same mark, and who has won. */
export const OptionResults = ({ item }: { item: ItemResultView }) => (
  <Stack gap={4}>
    {item.options.map((option) => (
      <Stack key={option.id} gap={1}>
        <Row between>
          <Title>{option.title}</Title>
          {option.isWinner && <Tag tone="ok">{item.kind === 'election' ? '当选 ✓' : '选中 ✓'}</Tag>}
        </Row>
        <TestBars
          question="同意够不够？"
          what="同意"
          tests={drawnTests({ ...item, failed: option.failed }, 'majority', option.agree, item.participating)}
        />
      </Stack>
    ))}
  </Stack>
)
