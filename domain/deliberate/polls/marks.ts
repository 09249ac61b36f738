import { accept, type Result, refuse } from '../../matter/refusals'
import { CHOICES } from '../meeting'
import { type PollMarks, type PollQuestion, SCORE_MAX } from './poll'

const wrong = (message: string) => refuse('poll_marks_wrong', message)

function checkOptions(question: PollQuestion, ids: readonly string[]): Result<readonly string[]> {
  const known = new Set(question.options.map(({ id }) => id))
  if (ids.some((id) => !known.has(id))) return wrong('选的不在选项里，请刷新后重新选。')
  if (new Set(ids).size < ids.length) return wrong('同一个选项选了两次，请重新选。')
  return accept(ids)
}

function checkPicks(question: PollQuestion, picks: readonly string[]): Result<PollMarks> {
  const checked = checkOptions(question, picks)
  if (!checked.ok) return checked
  const most = question.method === 'choose_several' ? question.picksMax : 1
  if (picks.length === 0) return wrong('请至少选一个。')
  if (picks.length > most) return wrong(`最多选 ${most} 个，请去掉几个。`)
  return accept({ picks })
}

function checkScores(question: PollQuestion, scores: Readonly<Record<string, number>>): Result<PollMarks> {
  const checked = checkOptions(question, Object.keys(scores))
  if (!checked.ok) return checked
  const values = Object.values(scores)
  if (values.length < question.options.length) return wrong('每个选项都要打分。')
  if (values.some((value) => !Number.isInteger(value) || value < 0 || value > SCORE_MAX))
    return wrong(`分数是 0 到 ${SCORE_MAX} 的整数。`)
  return accept({ scores })
}

/**
 * What a voter marked, as the question's method wants it and nothing else.
 * @returns `poll_marks_wrong` for what is missing, unknown, twice, too many or out of range
 */
export function checkMarks(question: PollQuestion, marks: PollMarks): Result<PollMarks> {
  switch (question.method) {
    case 'yes_no':
      return marks.choice && Object.keys(CHOICES).includes(marks.choice)
        ? accept({ choice: marks.choice })
        : wrong('请选同意、不同意或弃权。')
    case 'choose_one':
    case 'choose_several':
      return checkPicks(question, marks.picks ?? [])
    case 'ranking': {
      const checked = checkOptions(question, marks.ranking ?? [])
      if (!checked.ok) return checked
      return checked.value.length === 0 ? wrong('请至少排出第一位。') : accept({ ranking: checked.value })
    }
    case 'scoring':
      return checkScores(question, marks.scores ?? {})
  }
}

/** A vote as it is read out after a named poll: “同意”, “甲队、丙队”, “甲队 > 乙队”, “甲队 5 分、乙队 2 分”. */
export function marksInWords(question: PollQuestion, { choice, picks, ranking, scores }: PollMarks): string {
  const titleOf = (id: string) => question.options.find((option) => option.id === id)?.title ?? id
  if (choice) return CHOICES[choice]
  if (picks) return picks.map(titleOf).join('、')
  if (ranking) return ranking.map(titleOf).join(' > ')
  return question.options.map(({ id, title }) => `${title} ${scores?.[id] ?? 0} 分`).join('、')
}
