import { DAY, type Instant } from '@yishiting/domain/matter/instant'
import { PRESETS } from '@yishiting/domain/owners/presets'
import { certifyVote } from '../../owners/votes/certify'
import { createDraft, type DraftBody } from '../../owners/votes/draft'
import { announce } from '../../owners/votes/notice'
import { answerObjection, objectToVote } from '../../owners/votes/objections'
import { publishVote } from '../../owners/votes/publish'
import { COMPOUND_ID } from '../ids'
import type { Times } from '../story/times'
import type { HallAct } from '../walk/hall-act'
import { callBy } from '../walk/stage'
import { castsOf, handfulsOf, insertCasts } from './ballots'
import { importRoll } from './import'
import type { VotePlan } from './vote-plan'
import { ROLL_IMPORTED_BEFORE, voteId, votesOf } from './votes'

const CONVENER = 'director'
const CONTACT = '业委会 郑主任，每天 18:00–20:00，党群活动室；电话 021-5550-0103'

const isoOf = (at: Instant): string => new Date(at).toISOString()

function draftOf({ draft, opensAt, closesAt, noticedAt }: VotePlan): DraftBody {
  const [preset] = PRESETS
  return {
    title: draft.title,
    why: draft.why,
    contact: CONTACT,
    isExtraordinary: draft.isExtraordinary ?? false,
    matterId: null,
    opensAt: isoOf(opensAt),
    closesAt: isoOf(closesAt),
    items: draft.items,
    rules: {
      ...(preset.rules as DraftBody['rules']),
      specialSpaces: 'excluded',
      extensionDays: 7,
      noticeDays: Math.min(15, Math.floor((opensAt - noticedAt) / DAY)),
      ...draft.rules,
    },
  }
}

/** An act of the convener on a vote, as its page would send it. */
const onVote = (plan: VotePlan, by: string, at: Instant) => ({
  ...callBy(by, at),
  params: { voteId: voteId(plan.key) },
})

function actsOf(plan: VotePlan, base: Instant): HallAct[] {
  const act = (at: Instant, name: string, run: HallAct['run']): HallAct => ({
    kind: 'hall',
    at,
    name: `vote ${plan.key}: ${name}`,
    run,
  })
  return [
    act(plan.noticedAt - DAY, 'draft', ({ tx }, at) =>
      createDraft(tx, { ...callBy(CONVENER, at), body: draftOf(plan) }, voteId(plan.key)),
    ),
    act(plan.noticedAt, 'notice', ({ tx }, at) => announce(tx, onVote(plan, CONVENER, at))),
    ...(plan.turnout.length > 0 ? handfulsOf(plan, base) : []).map((at, handful) =>
      act(at, 'ballots', async ({ tx }) => insertCasts(tx, plan, await castsOf(tx, plan, handful, at))),
    ),
    ...(plan.publishedAt === null
      ? []
      : [act(plan.publishedAt, 'publish', ({ tx }, at) => publishVote(tx, onVote(plan, CONVENER, at)))]),
    ...plan.objections.flatMap(({ by, at: saidAt, text, answer }) => [
      act(saidAt, 'objection', ({ tx }, at) => objectToVote(tx, { ...onVote(plan, by, at), body: { text } })),
      ...(answer === null
        ? []
        : [act(saidAt + DAY, 'answer', (stage, at) => answerLast(stage, plan, at, answer))]),
    ]),
    ...(plan.certifiedAt === null
      ? []
      : [act(plan.certifiedAt, 'certify', ({ tx }, at) => certifyVote(tx, onVote(plan, CONVENER, at)))]),
  ]
}

async function answerLast(
  { tx }: Parameters<HallAct['run']>[0],
  plan: VotePlan,
  at: Instant,
  answer: string,
) {
  const { id } = await tx
    .selectFrom('ownerVoteObjections')
    .select('id')
    .where('compoundId', '=', COMPOUND_ID)
    .where('voteId', '=', voteId(plan.key))
    .where('answeredAt', 'is', null)
    .orderBy('at')
    .executeTakeFirstOrThrow()
  const params = { voteId: voteId(plan.key), objectionId: id }
  await answerObjection(tx, { ...callBy(CONVENER, at), params, body: { answer } })
}

/** Everything about the roll and the joint decisions of the demo, for the walk. */
export function ownersActs(times: Times): HallAct[] {
  const plans = votesOf(times)
  const first = Math.min(...plans.map(({ noticedAt }) => noticedAt))
  return [
    {
      kind: 'hall',
      at: first - ROLL_IMPORTED_BEFORE,
      name: 'roll',
      run: (stage, at) => importRoll(stage, CONVENER, at),
    },
    ...plans.flatMap((plan) => actsOf(plan, times.base)),
  ]
}
