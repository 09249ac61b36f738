import type { HearingView } from '@yishiting/domain/contract/deliberate'
import { daysBetween } from '@yishiting/domain/matter/instant'
import { may } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import type { Queries } from '../../platform/database/database'
import { iso, isoOrNull } from '../../platform/matters/cards'
import { evidenceOf } from '../../platform/photos/evidence'
import type { Platform } from '../../platform/platform'
import { loadMeeting } from '../load'
import { voterAt } from '../polls/vote'
import { type DemandRow, demandsOf, partiesOf, questionsOf } from './load'

interface Reader {
  compoundId: string
  actor: Actor
  now: number
}

const overdue = ({ dueAt, answeredAt }: DemandRow, now: number): string => {
  const days = answeredAt === null ? daysBetween(dueAt, now) : 0
  return days > 0 ? `逾期 ${days} 天` : ''
}

async function observersAt(queries: Queries, compoundId: string, meetingId: string): Promise<number> {
  const { n } = await queries
    .selectFrom('meetingGuests')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('isResident', '=', false)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** 听证: every side with its view, questions and answers, demands with their written answers. @throws not_found */
export async function viewHearing(
  queries: Queries,
  platform: Platform,
  { compoundId, actor, now }: Reader,
  meetingId: string,
): Promise<HearingView> {
  const { meeting } = await loadMeeting(queries, compoundId, meetingId)
  const parties = await partiesOf(queries, compoundId, meetingId)
  const photos = await evidenceOf(
    queries,
    platform,
    { compoundId, meetingId },
    parties.flatMap(({ photoIds }) => photoIds),
    now,
  )
  const own = parties.filter(({ personId }) => personId === actor.id).map(({ id }) => id)
  const keeps = may(actor, 'moderate')
  const { checkedIn } = await voterAt(queries, compoundId, meetingId, actor)
  return {
    parties: parties.map((party) => ({
      id: party.id,
      side: party.side as HearingView['parties'][number]['side'],
      label: party.label,
      isMe: party.personId === actor.id,
      invitedAt: isoOrNull(party.invitedAt),
      invitedHow: party.invitedHow,
      isHere: party.isHere,
      view: party.view,
      viewAt: isoOrNull(party.viewAt),
      photos: party.photoIds.flatMap((id) => photos.get(id) ?? []),
      signedAt: isoOrNull(party.signedAt),
      signedHow: party.signedHow,
    })),
    questions: (await questionsOf(queries, compoundId, meetingId)).map((question) => ({
      id: question.id,
      askedLabel: question.askedLabel,
      toPartyId: question.toPartyId,
      text: question.text,
      at: iso(question.at),
      answer: question.answer,
      answeredLabel: question.answeredLabel,
      answeredAt: isoOrNull(question.answeredAt),
      canAnswer:
        question.answeredAt === null &&
        (keeps || (question.toPartyId !== null && own.includes(question.toPartyId))),
    })),
    demands: (await demandsOf(queries, compoundId, meetingId)).map((demand) => ({
      id: demand.id,
      itemId: demand.itemId,
      partyId: demand.partyId,
      label: demand.label,
      text: demand.text,
      at: iso(demand.at),
      dueAt: iso(demand.dueAt),
      isAdopted: demand.isAdopted,
      answer: demand.answer,
      answeredAt: isoOrNull(demand.answeredAt),
      overdueText: overdue(demand, now),
    })),
    observers: await observersAt(queries, compoundId, meetingId),
    uninvited: parties.filter(({ side, invitedAt }) => side === 'burdened' && invitedAt === null).length,
    can: {
      keep: keeps && meeting.state !== 'cancelled',
      ask: meeting.state === 'open' && (checkedIn || keeps),
      demand: meeting.state !== 'cancelled' && (keeps || checkedIn || own.length > 0),
      answerDemand: keeps,
      sign: meeting.state === 'open' || meeting.state === 'closed',
    },
  }
}
