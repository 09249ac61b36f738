import { accept, type Result, refuse } from '../../matter/refusals'
import { tidy } from '../../speak/limits'
import type { PollQuestion } from './poll'

const OPTIONS_MAX = 20

/** Ids are keys of what is marked and counted: no underscores (the database's driver rewrites them), nothing every object has. */
const isKey = (id: string): boolean => /^[a-zA-Z0-9-]{1,20}$/.test(id) && !(id in {})

/** “Ａ 队” and “A队” look alike on the screen. */
const bare = (title: string): string => title.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/**
 * A question that can be put: two to twenty different options; none for yes or no.
 * @returns it with tidy titles and without what its method does not use; else `options_required`. As many picks as options are allowed: each is then approved or not
 */
export function checkQuestion({ method, options, picksMax }: PollQuestion): Result<PollQuestion> {
  if (method === 'yes_no') return accept({ method, options: [], picksMax: 1 })
  const tidied = options.map(({ id, title }) => ({ id, title: tidy(title) }))
  const titles = tidied.map(({ title }) => bare(title))
  if (options.length < 2 || titles.includes(''))
    return refuse('options_required', '至少写两个选项，每个都要写清楚。')
  if (options.length > OPTIONS_MAX)
    return refuse('options_required', `选项最多 ${OPTIONS_MAX} 个，请合并一些。`)
  if (new Set(titles).size < titles.length || new Set(options.map(({ id }) => id)).size < options.length)
    return refuse('options_required', '有两个选项是一样的，请改一个。')
  if (!options.every(({ id }) => isKey(id)))
    return refuse('options_required', '选项的编号只用字母和数字，请删掉重新写。')
  if (method !== 'choose_several') return accept({ method, options: tidied, picksMax: 1 })
  if (!Number.isInteger(picksMax) || picksMax < 1 || picksMax > options.length)
    return refuse('options_required', `最多能选几个，请写 1 到 ${options.length} 之间的数。`)
  return accept({ method, options: tidied, picksMax })
}
