import type { FigureName, KnownFigures, Side } from './dimension'
import { exactly } from './range'

/** The figures that are sums of others are nobody as soon as their parts are. */
const PARTS = ['agree', 'against', 'abstain', 'invalid', 'deliveredNotVoted'] as const satisfies FigureName[]
type Part = (typeof PARTS)[number]

type Both = Record<Side, KnownFigures>

function withNobody({ people, area }: Both, name: Part): Both {
  const none = exactly(0)
  return {
    people: { ...people, [name]: { ...none, lo: people[name].lo } },
    area: { ...area, [name]: { ...none, lo: area[name].lo } },
  }
}

const withSomebody = ({ people, area }: Both, name: Part): Both => ({
  people: { ...people, [name]: { ...people[name], lo: Math.max(people[name].lo, 1) } },
  area,
})

/** Area only where somebody is: what is known of one side binds the other. */
function bound({ people, area }: Both): Both {
  const bind = (name: FigureName): [FigureName, KnownFigures[FigureName]] => [
    name,
    area[name].lo > 0 ? { ...people[name], lo: Math.max(people[name].lo, 1) } : people[name],
  ]
  const names = Object.keys(people) as FigureName[]
  return { people: Object.fromEntries(names.map(bind)) as KnownFigures, area }
}

/** Only what is printed as nobody has no area; what merely follows is left free. */
export const printedSupport = (figures: Both): Both =>
  PARTS.reduce((each, name) => (each.people[name].hi === 0 ? withNobody(each, name) : each), bound(figures))

/**
 * People and area are counted apart; all that binds them is that where nobody is there is no area. Split by who is nobody and
 * who is not, each case leaves the two sides free of each other: at most 2⁵ cases, together all that can be.
 */
export function supportsOf(figures: Both): Both[] {
  return PARTS.reduce<Both[]>(
    (cases, name) =>
      cases.flatMap((each) => {
        const { lo, hi } = each.people[name]
        if (hi === 0) return [withNobody(each, name)]
        if (lo > 0 || each.area[name].hi === 0) return [each]
        return [withNobody(each, name), withSomebody(each, name)]
      }),
    [bound(figures)],
  )
}
