import { useQueryClient } from '@tanstack/react-query'
import type { MatterView } from '@yishiting/domain/contract/speak'
import { patchCards } from '@/api/caches'
import { useNow } from '@/api/people'
import { gridPhotos } from '@/api/photo-url'
import { useFollow } from '@/api/speak'
import { Body, Button, Card, call, PhotoGrid, Row, Small, Stack } from '@/ui'
import { useSupportToggle } from '../../../card/use-support'
import { saidBy } from '../words'
import { ShareButton } from './share-button'

function FollowButton({ matter }: { matter: MatterView }) {
  const client = useQueryClient()
  const follow = useFollow()
  const { id, followed, followers } = matter
  const toggle = () => {
    patchCards(client, id, { followed: !followed, followers: followers + (followed ? -1 : 1) })
    void follow.send({ params: { matterId: id }, body: { on: !followed } }).then((answer) => {
      if (!answer) patchCards(client, id, { followed, followers })
    })
  }
  return (
    <Button id="follow" kind="plain" small icon={followed ? 'check' : 'follow'} onPress={toggle}>
      {followed ? '关注了' : '关注'}
    </Button>
  )
}

const SupportButton = ({ matter }: { matter: MatterView }) => {
  const toggle = useSupportToggle(matter)
  return (
    <Button
      id="support"
      kind="plain"
      small
      label={matter.supported ? '收回“我也遇到”' : '我也遇到'}
      onPress={toggle}
    >
      {matter.supported ? '我也遇到 ✓' : '我也遇到'}
    </Button>
  )
}

/** Only who has to do the work is told whom to ring. */
function ReporterPhone({ matter }: { matter: MatterView }) {
  const { phone, room } = matter.reporter
  if (!phone || phone.includes('*') || matter.mine) return null
  return (
    <Stack gap={1}>
      <Small>{[room, phone].filter(Boolean).join(' · ')}</Small>
      <Button id="call-reporter" kind="plain" icon="phone" onPress={() => call(phone)}>
        打电话给报事人
      </Button>
    </Stack>
  )
}

/** What was said, with its photos, and how many have met it too. */
export function WordsCard({ matter, canJoinHere }: { matter: MatterView; canJoinHere: boolean }) {
  const now = useNow()
  const company = [
    matter.supports > 0 && `${matter.supports} 人也遇到`,
    matter.followers > 0 && `${matter.followers} 人关注`,
  ].filter(Boolean)
  return (
    <Card>
      <Stack>
        {matter.text !== matter.title && <Body>{matter.text}</Body>}
        <PhotoGrid photos={gridPhotos(matter.photos)} />
        <Small>{saidBy(matter, now)}</Small>
        <ReporterPhone matter={matter} />
        {company.length > 0 && <Small strong>{company.join(' · ')}</Small>}
        <Row wrap>
          {canJoinHere && <SupportButton matter={matter} />}
          <FollowButton matter={matter} />
          {!matter.isPrivate && <ShareButton id={matter.id} />}
        </Row>
      </Stack>
    </Card>
  )
}
