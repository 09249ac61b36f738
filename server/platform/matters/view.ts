import type { PhotoView } from '@yishiting/domain/contract/shared'
import type { CommentView, MatterView, RouteView } from '@yishiting/domain/contract/speak'
import { type Can, whatCan } from '@yishiting/domain/matter/decide'
import type { IntentType } from '@yishiting/domain/matter/intents'
import { leadingRoute, type Matter, type Route } from '@yishiting/domain/matter/matter'
import { standingOf } from '@yishiting/domain/matter/standing'
import { subjectFacts } from '@yishiting/domain/matter/subject'
import { may } from '@yishiting/domain/people/abilities'
import type { Viewer } from '@yishiting/domain/people/masking'
import type { Actor } from '@yishiting/domain/people/roles'
import { CAPACITIES, type Capacity, CHANNELS, type Channel } from '@yishiting/domain/speak/capacities'
import { sql } from 'kysely'
import type { Queries } from '../database/database'
import { notFound } from '../http/problems'
import { photoView } from '../photos/links'
import type { Platform } from '../platform'
import { cardOf, isoOrNull, matterOfCard, type Reading, runCards, selectCards, standingView } from './cards'
import { pageOfComments } from './comments'
import { maySee } from './load'
import { labelsOf, personAs } from './people'
import { type RatingSummary, ratingsOf, ratingView } from './ratings'
import type { MatterRow } from './rows'
import { timelineOf } from './timeline'

const COMMENTS_ON_PAGE = 5
// Things the system does by its clocks, never a button.
const NEVER_A_BUTTON: readonly IntentType[] = [
  'askRating',
  'schedule',
  'unschedule',
  'deliberate',
  'resolve',
  'decline',
  'refer',
]

export interface Reader {
  compoundId: string
  actor: Actor
  now: number
}

async function photosOf(queries: Queries, platform: Platform, reader: Reader, matterId: string) {
  const rows = await queries
    .selectFrom('photos')
    .select(['id', 'compoundId', 'journalId', 'width', 'height'])
    .where('compoundId', '=', reader.compoundId)
    .where('matterId', '=', matterId)
    .orderBy('position')
    .execute()
  const own: PhotoView[] = []
  const byEntry = new Map<number, PhotoView[]>()
  for (const row of rows) {
    const view = photoView(platform.secrets, row, reader.now)
    if (row.journalId === null) own.push(view)
    else byEntry.set(row.journalId, [...(byEntry.get(row.journalId) ?? []), view])
  }
  return { own, byEntry }
}

/** As what this reader sees the reporter of this matter. */
export function viewerOf(matter: Matter, actor: Actor): Viewer {
  if (matter.reporterId === actor.id) return 'self'
  if (
    matter.routes.some(
      (route) =>
        route.state !== 'closed' && (route.leadId === actor.id || route.helperIds.includes(actor.id)),
    )
  ) {
    return 'assignee'
  }
  return may(actor, 'readIdentity', subjectFacts(matter)) ? 'moderator' : 'neighbour'
}

async function reporterOf(
  queries: Queries,
  platform: Platform,
  reader: Reader,
  row: MatterRow,
  matter: Matter,
) {
  const viewer = viewerOf(matter, reader.actor)
  if (matter.reporterId)
    return personAs(queries, platform.secrets, reader.compoundId, matter.reporterId, viewer)
  const mayKnow = viewer !== 'neighbour' || matter.raisedById === reader.actor.id
  const name = mayKnow && row.sealedReporterName ? platform.secrets.open(row.sealedReporterName) : null
  return { label: '小区居民', name, phone: null, room: null }
}

function onBehalfText(row: MatterRow): string {
  if (row.capacity === 'self') return ''
  return `${CAPACITIES[row.capacity as Capacity]} · ${CHANNELS[row.channel as Channel]}`
}

interface RouteParts {
  labels: ReadonlyMap<string, string>
  ratings: ReadonlyMap<string, RatingSummary>
  can: Can
}

function routeView(
  matter: Matter,
  route: Route,
  parts: RouteParts,
  platform: Platform,
  reader: Reader,
): RouteView {
  const alone: Matter = { ...matter, state: 'sorted', routes: [route] }
  const { now } = reader
  const summary = parts.ratings.get(route.id)
  const mayRateAgain = (type: IntentType) => type !== 'rate' || !summary?.rated
  return {
    id: route.id,
    code: route.code,
    state: route.state,
    leadLabel: route.leadId ? (parts.labels.get(route.leadId) ?? '责任人') : null,
    isMine: route.leadId === reader.actor.id,
    helperLabels: route.helperIds.map((id) => parts.labels.get(id) ?? '帮手'),
    task: route.task,
    dueAt: isoOrNull(route.dueAt),
    dueBeforeExtension: isoOrNull(route.dueBeforeExtension),
    overdueText: standingOf(alone, { now, rules: platform.rules, who: null }).overdueText,
    ground: route.ground,
    whereTo: route.whereTo,
    meetingId: route.meetingId,
    meetingAt: isoOrNull(route.meetingAt),
    checkerLabel: route.checkerId ? (parts.labels.get(route.checkerId) ?? '查验人') : null,
    failures: route.failures,
    ratingClosesAt: isoOrNull(route.ratingClosesAt),
    rating: ratingView(route, summary, platform.rules),
    can: (parts.can.routes[route.id] ?? []).filter(
      (type) => !NEVER_A_BUTTON.includes(type) && mayRateAgain(type),
    ),
  }
}

/** The routes of a matter as this reader sees them. */
export async function routeViews(
  queries: Queries,
  platform: Platform,
  reader: Reader,
  matter: Matter,
): Promise<RouteView[]> {
  const people = matter.routes.flatMap((route) => [route.leadId, route.checkerId, ...route.helperIds])
  const parts: RouteParts = {
    labels: await labelsOf(queries, reader.compoundId, people),
    ratings: await ratingsOf(queries, reader.compoundId, matter, reader.actor.id),
    can: whatCan(matter, { actor: reader.actor, now: reader.now, rules: platform.rules }),
  }
  return matter.routes.map((route) => routeView(matter, route, parts, platform, reader))
}

async function briefly(queries: Queries, compoundId: string, column: 'id' | 'splitFromId', value: string) {
  return queries
    .selectFrom('matters')
    .select(['id', 'receipt', 'title'])
    .where('compoundId', '=', compoundId)
    .where(column, '=', value)
    .orderBy('receipt')
    .execute()
}

/** One screen of a matter in one answer, as this reader may see it. @throws not_found */
export async function viewMatter(
  queries: Queries,
  platform: Platform,
  reader: Reader,
  matterId: string,
): Promise<MatterView> {
  const { compoundId, actor, now } = reader
  const reading: Reading = {
    compoundId,
    personId: actor.id,
    now,
    rules: platform.rules,
    secrets: platform.secrets,
  }
  const one = sql<MatterRow>`select * from matters where compound_id = ${compoundId} and id = ${matterId}`
  const row = (await runCards(queries, selectCards(one, reading, { isKept: true })))[0]
  if (!row) throw notFound('没有找到这件事，可能不公开，或不在这个小区。')
  const matter = matterOfCard(row)
  if (!maySee(matter, actor)) throw notFound('没有找到这件事，可能不公开，或不在这个小区。')
  const photos = await photosOf(queries, platform, reader, matterId)
  const comments: CommentView[] =
    row.comments === 0
      ? []
      : (await pageOfComments(queries, reader, matterId, { limit: COMMENTS_ON_PAGE })).comments
  const lead = leadingRoute(matter)?.leadId
  const standing = standingOf(matter, { now, rules: platform.rules, who: lead ? row.leadLabel : null })
  const merged = matter.mergedIntoId ? await briefly(queries, compoundId, 'id', matter.mergedIntoId) : []
  return {
    ...cardOf(row, reading),
    standing: standingView(standing),
    version: row.version,
    text: row.body,
    place: { buildingId: row.buildingId, detail: row.placeDetail, buildingName: row.buildingName },
    photos: photos.own,
    reporter: await reporterOf(queries, platform, reader, row, matter),
    onBehalf: onBehalfText(row),
    mergedInto: merged[0] ?? null,
    parts: matter.state === 'split' ? await briefly(queries, compoundId, 'splitFromId', row.id) : [],
    routeViews: await routeViews(queries, platform, reader, matter),
    timeline: await timelineOf(queries, compoundId, matterId, photos.byEntry),
    latestComments: comments,
    can: whatCan(matter, { actor, now, rules: platform.rules }).matter,
    canSupport:
      may(actor, 'support') && matter.reporterId !== actor.id && !['merged', 'split'].includes(matter.state),
    canComment: may(actor, 'comment'),
    canHideComment: may(actor, 'hideComment'),
  }
}
