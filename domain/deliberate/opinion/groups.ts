import { kmeans } from 'ml-kmeans'
import type { Point } from './projection'

/** Smaller groups are never shown: who is in them could be guessed. */
export const GROUP_MIN = 5
const GROUPS_MAX = 5
/** k-means ends where it began badly: tried from so many beginnings, always the same ones. */
const BEGINNINGS = 6

const distance = (a: Point, b: readonly number[]): number =>
  Math.hypot(a[0] - (b[0] ?? 0), a[1] - (b[1] ?? 0))

interface Partition {
  clusters: number[]
  /** Sum of squared distances to the own centre. */
  spread: number
  /** −1 … 1: how much nearer people are to their own centre than to the next one (simplified silhouette). */
  clarity: number
  smallest: number
}

function judge(
  points: readonly Point[],
  clusters: number[],
  centres: readonly (readonly number[])[],
): Partition {
  const sizes = centres.map(() => 0)
  for (const group of clusters) sizes[group] = (sizes[group] ?? 0) + 1
  let [spread, clarity] = [0, 0]
  for (const [index, point] of points.entries()) {
    const own = clusters[index] ?? 0
    const near = distance(point, centres[own] ?? [])
    let next = Number.POSITIVE_INFINITY
    for (const [group, centre] of centres.entries())
      if (group !== own) next = Math.min(next, distance(point, centre))
    spread += near * near
    const longer = Math.max(near, next)
    clarity += longer === 0 ? 0 : (next - near) / longer
  }
  return { clusters, spread, clarity: clarity / points.length, smallest: Math.min(...sizes) }
}

function bestOf(points: readonly Point[], count: number): Partition | null {
  let best: Partition | null = null
  const rows = points.map((point) => [...point])
  for (let seed = 1; seed <= BEGINNINGS; seed += 1) {
    const found = kmeans(rows, count, { initialization: 'kmeans++', seed, maxIterations: 100 })
    const partition = judge(points, found.clusters, found.centroids)
    if (!best || partition.spread < best.spread - 1e-9) best = partition
  }
  return best
}

/** Groups in the order of their size, the larger first; of equals that with the earlier person. */
function inOrder(clusters: readonly number[]): number[][] {
  const members = new Map<number, number[]>()
  for (const [index, cluster] of clusters.entries()) {
    const group = members.get(cluster) ?? []
    group.push(index)
    members.set(cluster, group)
  }
  return [...members.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}

/**
 * Groups of people who answer alike, as indices into `points`: two to five, whichever number parts them most clearly, none
 * smaller than 5. One group when nothing parts them so; none when there are fewer than 5 people.
 */
export function groupsOf(points: readonly Point[]): number[][] {
  if (points.length < GROUP_MIN) return []
  const distinct = new Set(points.map(([x, y]) => `${x.toFixed(9)} ${y.toFixed(9)}`)).size
  const most = Math.min(GROUPS_MAX, distinct, Math.floor(points.length / GROUP_MIN))
  let best: Partition | null = null
  for (let count = 2; count <= most; count += 1) {
    const partition = bestOf(points, count)
    if (!partition || partition.smallest < GROUP_MIN) continue
    if (!best || partition.clarity > best.clarity + 1e-9) best = partition
  }
  return best ? inOrder(best.clusters) : [points.map((_, index) => index)]
}
