import { GROUP_MIN } from './groups'
import { opinionMap } from './opinion'
import { type Answers, together } from './statements'
import type { StatementVote } from './votes'

/** The opinion map as neighbours see it: nobody in it can be picked out but the reader himself. */
export interface ShownMap {
  mine: number | null
  groups: { size: number; x: number; y: number; speaksBy: string[] }[]
  dots: { x: number; y: number; group: number }[]
  me: { x: number; y: number } | null
  lines: (Answers & { id: string; consensus: number; byGroup: Answers[] })[]
}

/** Coarse enough that a dot is not a person's exact answers. */
const coarse = (value: number): number => Math.round(value * 10) / 10 + 0

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length

const NOTHING: Answers = { agree: 0, disagree: 0, pass: 0 }

const answered = ({ agree, disagree, pass }: Answers): number => agree + disagree + pass

/** Per mille of those who answered; nobody answered: 0. */
const agreement = (shares: Answers): number =>
  answered(shares) === 0 ? 0 : Math.floor((1000 * shares.agree) / answered(shares))

/**
 * Everybody's answers, unless all but a few of them are told by group: then the few who are in none could be reckoned out by
 * taking the groups away, and are left out.
 */
function inAll({ agree, disagree, pass }: Answers, byGroup: readonly Answers[]): Answers {
  const all = { agree, disagree, pass }
  const grouped = together(byGroup)
  const others = answered(all) - answered(grouped)
  return answered(grouped) > 0 && others < GROUP_MIN ? grouped : all
}

/**
 * Groups of five and more with what speaks for them, dots without names in the order of their place, statements with
 * their answers by group once five people have answered. `consensus`: the least agreement of any group, in per mille.
 */
export function shownMap(votes: readonly StatementVote[], me: string | null): ShownMap {
  const map = opinionMap(votes)
  const grouped = Object.entries(map.projection).flatMap(([person, { x, y, group }]) =>
    group === null ? [] : [{ person, x, y, group }],
  )
  const own = me === null ? undefined : map.projection[me]
  return {
    mine: own?.group ?? null,
    me: own && own.group !== null ? { x: coarse(own.x), y: coarse(own.y) } : null,
    groups: map.groups.map(({ size }, index) => {
      const members = grouped.filter(({ group }) => group === index)
      return {
        size,
        x: coarse(mean(members.map(({ x }) => x))),
        y: coarse(mean(members.map(({ y }) => y))),
        speaksBy: map.statements
          .filter(({ representativeOf }) => representativeOf.includes(index))
          .map(({ statement }) => statement),
      }
    }),
    dots: grouped
      .map(({ x, y, group }) => ({ x: coarse(x), y: coarse(y), group }))
      .sort((a, b) => a.group - b.group || a.x - b.x || a.y - b.y),
    lines: map.statements.flatMap(({ statement, byGroup, ...counts }) => {
      // Of a group in which few have answered this one, nothing is told: it would be those few.
      const told = byGroup.map((each) => (answered(each) < GROUP_MIN ? NOTHING : each))
      const all = inAll(counts, told)
      if (answered(all) < GROUP_MIN) return []
      const parts = told.filter((each) => answered(each) > 0)
      const least = Math.min(...(parts.length > 0 ? parts : [all]).map(agreement))
      return [{ id: statement, ...all, consensus: least, byGroup: told }]
    }),
  }
}
