import { accept, type Result, refuse } from '../../matter/refusals'
import type { PollQuestion } from './poll'

const OPTIONS_MAX = 20

/** A question that can be put: two to twenty different options; none for yes or no. @returns it without what its method does not use */
export function checkQuestion({ method, options, picksMax }: PollQuestion): Result<PollQuestion> {
  if (method === 'yes_no') return accept({ method, options: [], picksMax: 1 })
  const titles = options.map(({ title }) => title.trim())
  if (options.length < 2 || titles.includes(''))
    return refuse('options_required', '至少写两个选项，每个都要写清楚。')
  if (options.length > OPTIONS_MAX)
    return refuse('options_required', `选项最多 ${OPTIONS_MAX} 个，请合并一些。`)
  if (new Set(titles).size < titles.length || new Set(options.map(({ id }) => id)).size < options.length)
    return refuse('options_required', '有两个选项是一样的，请改一个。')
  if (method !== 'choose_several') return accept({ method, options, picksMax: 1 })
  if (picksMax < 1 || picksMax >= options.length)
    return refuse('options_required', `最多能选几个，要在 1 和 ${options.length - 1} 之间。`)
  return accept({ method, options, picksMax })
}
