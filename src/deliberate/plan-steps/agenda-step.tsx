import type { ResponseOf } from '@yishiting/domain/contract'
import { ROUTES } from '@yishiting/domain/sort/routes'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { asProblem } from '@/api/problem'
import {
  Card,
  Choice,
  EmptyState,
  ErrorState,
  Field,
  ManyChoice,
  Press,
  Row,
  Skeleton,
  Small,
  Stack,
  Tag,
  TextArea,
  Title,
  View,
} from '@/ui'
import { type Candidate, toggle } from '../plan'
import type { StepProps } from './step-props'

interface AgendaStepProps extends StepProps {
  /** undefined while they are on their way. */
  candidates: readonly Candidate[] | undefined
  /** 评议会: what was done and rated. */
  reviewable: ResponseOf<'deliberate.agendaCandidates'>['reviewable']
  failure: Error | null
  onRetry(): unknown
}

interface CandidateCardProps {
  candidate: Candidate
  /** Its place on the agenda, from 1; 0 when it is not on it. */
  at: number
  motion: string
  onToggle(): void
  onMotion(motion: string): void
}

function CandidateCard({ candidate, at, motion, onToggle, onMotion }: CandidateCardProps) {
  return (
    <Card>
      <Stack>
        <Press
          id={`candidate-${candidate.routeId}`}
          role="checkbox"
          checked={at > 0}
          label={candidate.title}
          onPress={onToggle}
        >
          <Row between top>
            <View>
              <Title>{candidate.title}</Title>
              <Small>{[ROUTES[candidate.code].name, `${candidate.supports} 人也遇到`].join(' · ')}</Small>
            </View>
            {at > 0 ? <Tag tone="deliberate">{`第 ${at} 项 ✓`}</Tag> : <Tag>选上</Tag>}
          </Row>
        </Press>
        {at > 0 && (
          <Field label="动议" optional hint="会上也可以再写" value={motion} max={TEXT_MAX}>
            <TextArea
              id={`plan-motion-${candidate.routeId}`}
              label={`“${candidate.title}”的动议`}
              placeholder="一条具体的办法：谁、做什么、什么时候、花多少"
              rows={2}
              value={motion}
              onChange={onMotion}
            />
          </Field>
        )}
      </Stack>
    </Card>
  )
}

const VOTERS = [
  { value: 'present', label: '到会的住户', sub: '业主、家属、租户，一人一票' },
  { value: 'members', label: '只有议事员', sub: '别人可以发言、提意见' },
] as const

/** What is to be discussed, and by kind: whom it burdens, who is under review, who votes. */
export function AgendaStep(props: AgendaStepProps) {
  const { plan, errors, onChange, reviewable } = props
  return (
    <Stack gap={4}>
      <Candidates {...props} />
      {plan.kind === 'hearing' && (
        <Field
          label="受影响的是哪几户？"
          hint="一行一户，例如：3 号楼 101；开会前要一户一户请到"
          error={errors.burdened}
        >
          <TextArea
            id="plan-burdened"
            label="受影响的是哪几户？"
            value={plan.burdened}
            onChange={(burdened) => onChange({ burdened })}
          />
        </Field>
      )}
      {plan.kind === 'review' && reviewable.length > 0 && (
        <Field label="评议哪几件办完的事？" optional hint="一年里有人评过的；评分会列在议程上">
          <ManyChoice
            id="plan-reviewed"
            label="评议哪几件办完的事？"
            options={reviewable.map(({ matterId, title, scores }) => ({
              value: matterId,
              label: title,
              sub: scores,
            }))}
            value={plan.reviewed}
            onChange={(reviewed) => onChange({ reviewed })}
          />
        </Field>
      )}
      {plan.kind === 'review' && (
        <Field
          label="评议哪几个单位？"
          optional
          hint="一行一个，照它在议事厅里的名字写，例如：物业工程部；它这一年的评分会列在议程上"
        >
          <TextArea
            id="plan-bodies"
            label="评议哪几个单位？"
            value={plan.bodies}
            onChange={(bodies) => onChange({ bodies })}
          />
        </Field>
      )}
      {plan.kind === 'deliberation' && (
        <Field label="谁表决？" hint="通知里会写明">
          <Choice
            id="plan-voters"
            label="谁表决？"
            options={VOTERS}
            value={plan.votersAre}
            onChange={(votersAre) => onChange({ votersAre })}
          />
        </Field>
      )}
    </Stack>
  )
}

/** Only what is posted can be voted on. */
function Candidates({ plan, errors, candidates, failure, onRetry, onChange }: AgendaStepProps) {
  if (candidates === undefined) {
    return failure ? (
      <ErrorState text={asProblem(failure).message} onRetry={onRetry} />
    ) : (
      <Skeleton kind="list" count={3} />
    )
  }
  if (candidates.length === 0) {
    return (
      <EmptyState title="没有等着开会的事" text="先在“待理的事”里把要大家商量的事分出来，才能排进议程。" />
    )
  }
  return (
    <Field label="议哪几件？" hint="只有公布在议程上的，会上才能表决" error={errors.items}>
      <Stack>
        {candidates.map((candidate) => (
          <CandidateCard
            key={candidate.routeId}
            candidate={candidate}
            at={plan.chosen.indexOf(candidate.routeId) + 1}
            motion={plan.motions[candidate.routeId] ?? ''}
            onToggle={() => onChange(toggle(plan, candidate.routeId))}
            onMotion={(motion) => onChange({ motions: { ...plan.motions, [candidate.routeId]: motion } })}
          />
        ))}
      </Stack>
    </Field>
  )
}
