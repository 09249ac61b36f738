import type { MinutesView } from '@yishiting/domain/contract/deliberate'
import {
  type MinutesSection,
  missingForPublishing,
  type PublishFacts,
} from '@yishiting/domain/deliberate/minutes'
import { may } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import type { Selectable } from 'kysely'
import type { Queries } from '../../platform/database/database'
import type { MeetingMinutes } from '../../platform/database/schema'
import { digestOf } from '../../platform/journal/digest'
import { iso, isoOrNull } from '../../platform/matters/cards'
import { labelsOf } from '../../platform/matters/people'
import { demandsOf, partiesOf } from '../hearing/load'
import { type LoadedMeeting, loadMeeting } from '../load'
import { voterAt } from '../polls/vote'
import { privateItems } from '../private-items'

export type MinutesRow = Selectable<MeetingMinutes>

export const sectionsOf = (row: Pick<MinutesRow, 'sections'>): MinutesSection[] =>
  row.sections as unknown as MinutesSection[]

/** SHA-256 of the very words, hex: what signatures stand for. */
export const minutesDigest = (sections: readonly MinutesSection[]): string =>
  digestOf(sections.map(({ id, title, text }) => ({ id, title, text }))).toString('hex')

export const minutesOf = (
  queries: Queries,
  compoundId: string,
  meetingId: string,
): Promise<MinutesRow | undefined> =>
  queries
    .selectFrom('meetingMinutes')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()

const signaturesOf = (queries: Queries, compoundId: string, meetingId: string) =>
  queries
    .selectFrom('minutesSignatures')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .execute()

const objectionsOf = (queries: Queries, compoundId: string, meetingId: string) =>
  queries
    .selectFrom('minutesObjections')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .execute()

/** What the rule of publishing asks. */
export async function publishFacts(
  queries: Queries,
  { row: meeting }: LoadedMeeting,
  row: MinutesRow,
): Promise<PublishFacts> {
  const { compoundId, id } = meeting
  const digest = minutesDigest(sectionsOf(row))
  const signed = (await signaturesOf(queries, compoundId, id)).filter((each) => each.digest === digest)
  const parties = await partiesOf(queries, compoundId, id)
  return {
    isPublished: row.state === 'published',
    objectionsUntil: row.objectionsUntil,
    openObjections: (await objectionsOf(queries, compoundId, id)).filter(
      ({ answeredAt }) => answeredAt === null,
    ).length,
    openDemands: (await demandsOf(queries, compoundId, id)).filter(({ answeredAt }) => answeredAt === null)
      .length,
    chairSigned: signed.some(({ personId }) => personId === (meeting.chairId ?? meeting.convenedById)),
    recorderSigned: signed.some(({ personId }) => personId === row.recorderId),
    unsignedParties: parties
      .filter(({ isHere, signedAt }) => isHere && signedAt === null)
      .map(({ label }) => label),
  }
}

const NONE: MinutesView = {
  version: 0,
  state: 'none',
  meetingTitle: '',
  recorderLabel: '',
  sections: [],
  draftedAt: null,
  objectionsUntil: null,
  publishedAt: null,
  digest: '',
  signatures: [],
  objections: [],
  can: {
    draft: false,
    edit: false,
    show: false,
    object: false,
    answer: false,
    sign: false,
    publish: false,
  },
  missing: [],
}

interface Reader {
  compoundId: string
  actor: Actor
  now: number
}

/** A draft is seen by those who keep it; once shown, by everybody. @throws not_found */
export async function viewMinutes(
  queries: Queries,
  { compoundId, actor, now }: Reader,
  meetingId: string,
): Promise<MinutesView> {
  const loaded = await loadMeeting(queries, compoundId, meetingId)
  const keeps = may(actor, 'moderate')
  const isOver = loaded.row.state === 'closed'
  const row = await minutesOf(queries, compoundId, meetingId)
  const none = { ...NONE, meetingTitle: loaded.row.title, can: { ...NONE.can, draft: keeps && isOver } }
  if (!row || (row.state === 'draft' && !keeps)) return none
  const written = sectionsOf(row)
  const digest = minutesDigest(written)
  const unsaid = await privateItems(queries, compoundId, meetingId)
  // What was signed stays as it was signed; what is shown of it does not tell what has turned private.
  const sections = written.map((section) =>
    unsaid.has(section.id.replace(/^item-/, ''))
      ? { ...section, title: '不公开的事', text: '这件事后来不公开了，这一段不显示。' }
      : section,
  )
  const signatures = await signaturesOf(queries, compoundId, meetingId)
  const objections = await objectionsOf(queries, compoundId, meetingId)
  const labels = await labelsOf(queries, compoundId, [row.recorderId])
  const { checkedIn } = await voterAt(queries, compoundId, meetingId, actor)
  const isPublished = row.state === 'published'
  const signsAs = actor.id === row.recorderId || actor.id === (loaded.row.chairId ?? loaded.row.convenedById)
  const hasSigned = signatures.some((each) => each.personId === actor.id && each.digest === digest)
  const missing = isPublished ? [] : missingForPublishing(await publishFacts(queries, loaded, row), now)
  return {
    version: row.version,
    state: row.state as MinutesView['state'],
    meetingTitle: loaded.row.title,
    recorderLabel: labels.get(row.recorderId) ?? '',
    sections,
    draftedAt: iso(row.draftedAt),
    objectionsUntil: isoOrNull(row.objectionsUntil),
    publishedAt: isoOrNull(row.publishedAt),
    digest,
    signatures: signatures.map((each) => ({
      label: each.label,
      capacity: each.capacity,
      at: iso(each.at),
      isCurrent: each.digest === digest,
    })),
    objections: objections.map((each) => ({
      id: each.id,
      label: each.label,
      text: each.text,
      at: iso(each.at),
      isMine: each.personId === actor.id,
      answer: each.answer,
      isAccepted: each.isAccepted,
    })),
    can: {
      draft: keeps && row.state === 'draft',
      edit: keeps && !isPublished,
      show: keeps && row.state === 'draft',
      object: row.state === 'shown' && checkedIn && row.objectionsUntil !== null && now < row.objectionsUntil,
      answer: keeps && !isPublished,
      sign: row.state === 'shown' && !hasSigned && (signsAs || checkedIn),
      publish: keeps && row.state === 'shown' && missing.length === 0,
    },
    missing: keeps ? missing : [],
  }
}
