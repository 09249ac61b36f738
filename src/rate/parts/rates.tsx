import type { RouteView } from '@yishiting/domain/contract/speak'
import { Card, Num, Row, Small, Stack, Tag, Title } from '@/ui'

const RATES = [
  ['contacted', '联系了'],
  ['solved', '解决了'],
  ['satisfied', '满意'],
] as const

/** The three rates, each with its N; the reporter's own answer apart from the others'. */
export function Rates({ route }: { route: RouteView }) {
  const rating = route.rating
  const solved = rating?.reporterSolved ?? null
  return (
    <Card>
      <Stack>
        <Row between>
          <Title>大家怎么评</Title>
          <Small>{`${rating?.n ?? 0} 人评了`}</Small>
        </Row>
        {rating &&
          rating.n > 0 &&
          RATES.map(([key, label]) => (
            <Row key={key} between>
              <Small>{label}</Small>
              <Num>{rating[key]}</Num>
            </Row>
          ))}
        <Row between>
          <Small>报事人自己说</Small>
          {solved === null ? (
            <Tag>还没评</Tag>
          ) : (
            <Tag tone={solved ? 'ok' : 'late'}>{solved ? '解决了' : '没解决'}</Tag>
          )}
        </Row>
      </Stack>
    </Card>
  )
}
