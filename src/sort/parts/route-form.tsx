import { ROUTES, type RouteCode } from '@yishiting/domain/sort/routes'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { GroundField } from '@/parts/ground-field'
import { type Lead, LeadPicker, leadsFor } from '@/parts/lead-picker'
import { Card, DateTime, Field, Row, Small, Stack, Tag, TextArea, Title } from '@/ui'
import { needsLead, type RouteDraft, type RoutePart } from '../decision'

/** What happens next on a route that nobody has to be named for. */
const NEXT: Partial<Record<RouteCode, string>> = {
  deliberation: '分好以后，在“会议”里排进议程。',
  owners: '分好以后，由业委会安排业主表决。',
  residents: '分好以后，在“会议”里排进居民会议。',
}

export interface RouteFormProps {
  code: RouteCode
  route: RouteDraft
  leads: readonly Lead[]
  errors: Partial<Record<RoutePart, string>>
  /** Earliest and latest due date, epoch ms. */
  now: number
  latest: number
  onChange(change: Partial<RouteDraft>): void
}

/** What one chosen route still needs: who answers for it and by when, or on what ground, or where to go. */
export function RouteForm({ code, route, leads, errors, now, latest, onChange }: RouteFormProps) {
  const facts = ROUTES[code]
  return (
    <Card>
      <Stack gap={4}>
        <Stack gap={0}>
          <Row>
            <Tag tone="sort">{facts.sign}</Tag>
            <Title>{facts.name}</Title>
          </Row>
          <Small>{facts.hint}</Small>
        </Stack>
        {code === 'whistle' && (
          <GroundField
            value={route.ground}
            onChange={(ground) => onChange({ ground })}
            error={errors.ground}
          />
        )}
        {needsLead(code) && (
          <>
            <LeadPicker
              id={`lead-${code}`}
              ask="谁来负责？"
              label="责任人"
              leads={leadsFor(code, leads)}
              value={route.leadId}
              onChange={(leadId) => onChange({ leadId })}
              error={errors.lead}
            />
            <Field label="什么时候办完" hint="按这类事的时限填好了，可以改" error={errors.due}>
              <DateTime
                id={`due-${code}`}
                label="什么时候办完"
                value={route.dueAt}
                onChange={(dueAt) => onChange({ dueAt })}
                min={now}
                max={latest}
              />
            </Field>
            <Field label="要办什么" optional value={route.task} max={TEXT_MAX}>
              <TextArea
                id={`task-${code}`}
                label="要办什么"
                placeholder="写清楚办到什么样算完"
                rows={2}
                value={route.task}
                onChange={(task) => onChange({ task })}
              />
            </Field>
          </>
        )}
        {code === 'elsewhere' && (
          <Field label="该去哪里办" error={errors.whereTo}>
            <TextArea
              id="where-to"
              label="该去哪里办"
              placeholder="哪个单位、在哪里、带什么、电话多少"
              rows={2}
              value={route.whereTo}
              onChange={(whereTo) => onChange({ whereTo })}
            />
          </Field>
        )}
        {NEXT[code] && <Small>{NEXT[code]}</Small>}
      </Stack>
    </Card>
  )
}
