import type { MatterCard as Matter } from '@yishiting/domain/contract/speak'
import { memo } from 'react'
import { go, PAGES } from '@/session/go'
import { Button, Card, FiveMattersBar, Row, Small, StandingLine, Title, View } from '@/ui'
import { companyOf, isOver, tagsOf } from './card-words'
import { useSupportToggle } from './use-support'
import './matter-card.scss'

export interface MatterCardProps {
  matter: Matter
  /** The reader is a neighbour who may say 我也遇到. */
  canSupport: boolean
}

const SupportButton = ({ matter }: { matter: Matter }) => {
  const toggle = useSupportToggle(matter)
  return (
    <Button
      id={`support-${matter.id}`}
      kind="plain"
      small
      label={matter.supported ? `收回“我也遇到”：${matter.title}` : `我也遇到：${matter.title}`}
      onPress={toggle}
    >
      {matter.supported ? '我也遇到 ✓' : '我也遇到'}
    </Button>
  )
}

/** A matter on a list. Few nodes: every one of them is bytes to a slow phone. */
export const MatterCard = memo(function MatterCard({ matter, canSupport }: MatterCardProps) {
  const { standing } = matter
  const tags = [matter.placeLabel, ...tagsOf(matter)].join(' · ')
  const company = companyOf(matter)
  const said = [matter.title, standing.line, standing.overdueText, company].filter(Boolean).join('，')
  return (
    <Card id={`matter-${matter.id}`} label={said} onPress={() => go(PAGES.matter(matter.id))}>
      <View className="matter-card">
        <Title clamp={2}>{matter.title}</Title>
        <Small clamp={1}>{tags}</Small>
        <FiveMattersBar steps={standing.steps} compact />
        <StandingLine room={standing.room} line={standing.line} overdueText={standing.overdueText} />
        {(company || (canSupport && !matter.mine && !isOver(matter))) && (
          <Row between>
            <Small>{company || '还没有人说也遇到'}</Small>
            {canSupport && !matter.mine && !isOver(matter) && <SupportButton matter={matter} />}
          </Row>
        )}
      </View>
    </Card>
  )
})
