import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { PHOTOS_MAX } from '@yishiting/domain/speak/limits'
import type { FormPhotos } from '@/speak/draft/form-photos'
import { Body, Card, Field, Icon, PhotoPicker, Row, Small, Stack, Tag, TextArea, Title } from '@/ui'
import { meetingPlace, meetingTime } from '../parts/meeting-card'
import type { Candidate } from '../plan'
import type { StepProps } from './step-props'

const NOTICE_MAX = 2000

/** The notice as everybody will get it. */
export function PreviewStep({
  plan,
  now,
  candidates,
  onChange,
  photos,
}: StepProps & { candidates: readonly Candidate[]; photos: FormPhotos }) {
  if (plan.kind === null || plan.startsAt === null) return null
  const items = plan.chosen.flatMap((routeId) => candidates.find((each) => each.routeId === routeId) ?? [])
  return (
    <>
      <Field label="还要告诉大家什么？" optional value={plan.notice} max={NOTICE_MAX}>
        <TextArea
          id="plan-notice"
          label="还要告诉大家什么？"
          placeholder="例如：请带上家里的电动车数；不会用手机的，到会场签到"
          rows={2}
          value={plan.notice}
          onChange={(notice) => onChange({ notice })}
        />
      </Field>
      <Field label="材料" optional hint="图纸、方案、账目拍下来，大家在会议页上看">
        <PhotoPicker
          id="plan-photo"
          photos={photos.picked}
          max={PHOTOS_MAX}
          onAdd={photos.onAdd}
          onRetry={photos.onRetry}
          onRemove={photos.onRemove}
        />
      </Field>
      <Small>大家会收到：</Small>
      <Card>
        <Stack>
          <Row>
            <Tag tone="deliberate">{MEETING_KINDS[plan.kind].name}</Tag>
          </Row>
          <Row>
            <Icon name="clock" size="small" />
            <Body strong>{meetingTime(new Date(plan.startsAt).toISOString(), now)}</Body>
          </Row>
          <Row top>
            <Icon name="place" size="small" />
            <Body>{meetingPlace(plan)}</Body>
          </Row>
          {items.map((item, at) => (
            <Stack key={item.routeId} gap={0}>
              <Title>{`${at + 1}. ${item.title}`}</Title>
              {plan.motions[item.routeId]?.trim() && <Small>{`动议：${plan.motions[item.routeId]}`}</Small>}
            </Stack>
          ))}
          {plan.notice.trim() && <Body>{plan.notice.trim()}</Body>}
        </Stack>
      </Card>
    </>
  )
}
