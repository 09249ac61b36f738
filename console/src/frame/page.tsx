import { Alert, Button, Card, Flex, Skeleton, Typography } from 'antd'
import type { ReactNode } from 'react'
import { sentenceOf } from '../api/problem'

/** The heading of a page with what can be done about all of it. */
export function PageHead({ title, extra }: { title: ReactNode; extra?: ReactNode }) {
  return (
    <Flex align="center" justify="space-between" gap={16} style={{ marginBottom: 16 }} wrap>
      <Typography.Title level={3} style={{ margin: 0 }}>
        {title}
      </Typography.Title>
      <Flex gap={8} wrap>
        {extra}
      </Flex>
    </Flex>
  )
}

interface Query<T> {
  data: T | undefined
  error: Error | null
  refetch(): unknown
}

/** What was asked for when it is there; before that its shape, and the sentence with a way out when it did not come. */
export function Loaded<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (!query.error)
    return (
      <Card>
        <Skeleton active paragraph={{ rows: 6 }} />
      </Card>
    )
  return (
    <Alert
      type="error"
      showIcon
      title={sentenceOf(query.error)}
      action={<Button onClick={() => query.refetch()}>再试一次</Button>}
    />
  )
}
