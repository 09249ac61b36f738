import type { VoteView } from '@yishiting/domain/contract/owners'
import { LAW_ITEMS, type LawItem } from '@yishiting/domain/owners/law-items'
import { Body, Card, Small, Stack, Title } from '@/ui'
import { Fold } from '../fold'
import { Paragraphs } from './paragraphs'

type Item = VoteView['items'][number]

const lawWords = (lawItem: number | null): string | undefined =>
  lawItem === null ? undefined : `民法典 278 条第 ${lawItem} 项：${LAW_ITEMS[lawItem as LawItem] ?? ''}`

/** One item to be decided: its words, what there is to choose from, what passes it. */
export const ItemCard = ({ item, at }: { item: Item; at: number }) => (
  <Card>
    <Stack gap={2}>
      <Title>{`${at}. ${item.title}`}</Title>
      {item.options.length > 0 && (
        <Stack gap={1}>
          <Small strong>{item.kind === 'election' ? `候选人（选 ${item.seats} 位）` : '可选的方案'}</Small>
          {item.options.map((option) => (
            <Body key={option.id}>{`· ${option.title}`}</Body>
          ))}
        </Stack>
      )}
      <Small strong>怎样算通过</Small>
      <Body>{item.passesWhen}</Body>
      {item.lawItem !== null && <Small>{lawWords(item.lawItem)}</Small>}
      {item.body && (
        <Fold id={`item-text-${item.id}`} title="看全文">
          <Paragraphs text={item.body} />
        </Fold>
      )}
    </Stack>
  </Card>
)
