import { formatArea } from './area'
import type { Inequality, Outcome } from './outcome'

function shortWords({ code, shortPeople, shortArea }: Inequality): string {
  const what = code.startsWith('quorum') ? '参加' : '同意'
  if (shortPeople !== null) return `还差 ${shortPeople} 人${what}`
  if (shortArea !== null) return `还差 ${formatArea(shortArea)} 平方米${what}`
  return ''
}

/** Too few took part, which is the same for all; or nobody has a majority. */
function noneChosen(options: Outcome['options']): string {
  const quorum = (options[0]?.failed ?? []).filter(({ code }) => code.startsWith('quorum'))
  const shorts = quorum.map((each) => shortWords(each) || each.words)
  return shorts.length > 0 ? `没通过：${shorts.join('，')}。` : '没通过：没有一个过半数。'
}

/** “没通过：还差 12 人同意，还差 1025.30 平方米同意。” One or two sentences that a neighbour understands. */
export function outcomeInWords(outcome: Outcome): string {
  const shorts = outcome.failed.map(shortWords).filter(Boolean)
  const why = shorts.length > 0 ? shorts.join('，') : outcome.failed.map(({ words }) => words).join('，')
  const winners = outcome.options.filter(({ isWinner }) => isWinner).length
  switch (outcome.verdict) {
    case 'PASS':
      return winners > 1 ? `通过，选出 ${winners} 个。` : '通过。'
    case 'FAIL':
      if (outcome.options.length > 0) return noneChosen(outcome.options)
      return why ? `没通过：${why}。` : '没通过。'
    case 'NOT_HELD':
      return '没有人参加，不成立。'
    case 'CANNOT_CERTIFY':
      if (outcome.openConflicts > 0 && outcome.conflictsToFlip !== null)
        return `还不能认定：有 ${outcome.openConflicts} 张票没有认定，${outcome.conflictsToFlip} 张就可能改变结果。`
      return outcome.missing.length > 0
        ? `还不能认定：缺 ${outcome.missing.map(missingWords).join('、')}。`
        : '还不能认定。'
  }
}

const NAMES: Record<string, string> = {
  people: '全体人数',
  area: '全体面积',
  'participating.people': '参加表决的人数',
  'participating.area': '参加表决的面积',
  'agree.people': '同意的人数',
  'agree.area': '同意的面积',
  'against.people': '不同意的人数',
  'against.area': '不同意的面积',
  'deliveredNotVoted.people': '送达了没投的人数',
  'deliveredNotVoted.area': '送达了没投的面积',
}

/** “同意的面积” for `agree.area`; “第 2 项同意的面积” for `options.1.agree.area`. */
export function missingWords(path: string): string {
  const [, index, name = path] = /^options\.(\d+)\.(.+)$/.exec(path) ?? []
  const words = NAMES[name] ?? name
  return index === undefined ? words : `第 ${Number(index) + 1} 项${words}`
}
