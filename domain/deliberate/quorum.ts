import type { RuleSet } from '../matter/rule-set'
import { hasQuorum, quorumNeeded } from './meeting'

/** What the answers to an invitation promise. People are seated members (议事员); integers. */
export interface QuorumForecast {
  /** So many have to be there. */
  needed: number
  /** Those who said yes are enough by themselves. */
  sure: boolean
  /** It comes about if the silent ones come in the same share as those who answered; without any answer nothing is likely. */
  likely: boolean
  /** “要 14 位，答应来的 9 位，还差 5 位；没回话的还有 8 位。” */
  sentence: string
}

interface Answers {
  /** Seated members (席位). */
  seats: number
  /** Of these: will come. */
  yes: number
  /** Of these: will not. */
  no: number
  rules: RuleSet
}

function inWords(needed: number, { seats, yes, no, rules }: Answers): string {
  if (seats < 1) return '还没有议事员，作不了决定。'
  const promised = `要 ${needed} 位，答应来的 ${yes} 位`
  if (hasQuorum(yes, seats, rules)) return `${promised}，够了。`
  const silent = Math.max(0, seats - yes - no)
  const short = `${promised}，还差 ${needed - yes} 位`
  if (hasQuorum(yes + silent, seats, rules)) return `${short}；没回话的还有 ${silent} 位。`
  return `${short}；${no} 位说来不了，${silent > 0 ? `没回话的 ${silent} 位都来` : '这样'}也不够，请换个时间，或再请一请。`
}

/** Whether enough seated members will be there to decide, as far as their answers tell (RULES.md §2: two thirds, practice). */
export function forecast(answers: Answers): QuorumForecast {
  const { seats, yes, no, rules } = answers
  const needed = quorumNeeded(seats, rules)
  const sure = hasQuorum(yes, seats, rules)
  const answered = yes + no
  return {
    needed,
    sure,
    likely: sure || (answered > 0 && seats > 0 && yes * seats >= needed * answered),
    sentence: inWords(needed, answers),
  }
}
