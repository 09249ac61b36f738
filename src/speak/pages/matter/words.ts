import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import { type Instant, speakDay, speakTime } from '@yishiting/domain/matter/instant'

/** By when, where the standing line does not say it already. */
export function dueWords({ standing }: Pick<MatterView, 'standing'>, now: Instant): string | undefined {
  if (standing.dueAt === null) return undefined
  const at = Date.parse(standing.dueAt)
  switch (standing.state) {
    case 'raised':
    case 'reopened':
      return `应于 ${speakTime(at, now)} 前${standing.line.includes('接件') && !standing.line.includes('已接件') ? '接件' : '处理'}`
    case 'being_rated':
      return `评到 ${speakDay(at, now)}`
    default:
      return undefined
  }
}

/** Who has a route: “物业工程部负责，帮办员帮忙”. */
export function whoHas(route: RouteView): string {
  if (!route.leadLabel) return ''
  const helpers = route.helperLabels.length > 0 ? `，${route.helperLabels.join('、')}帮忙` : ''
  return `${route.leadLabel}负责${helpers}`
}

/** “应于 4 月 3 日前办完（原定 3 月 30 日）” */
export function routeDue(route: RouteView, now: Instant): string {
  if (!route.dueAt || route.state === 'closed') return ''
  const before = route.dueBeforeExtension
    ? `（原定 ${speakDay(Date.parse(route.dueBeforeExtension), now)}）`
    : ''
  return `应于 ${speakDay(Date.parse(route.dueAt), now)}前办完${before}`
}

/** Who said it, when, and by whose hand. */
export function saidBy(matter: MatterView, now: Instant): string {
  const { reporter } = matter
  const who = reporter.name ? `${reporter.name}（${reporter.label}）` : reporter.label
  return [`${who} · ${speakTime(Date.parse(matter.raisedAt), now)}`, matter.onBehalf]
    .filter(Boolean)
    .join(' · ')
}
