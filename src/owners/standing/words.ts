import type { RollRequestView } from '@yishiting/domain/contract/owners'
import { ABOUT } from '../roll/words'

export type About = RollRequestView['about']

export const REQUEST_STATES: Record<RollRequestView['state'], string> = {
  open: '等答复',
  accepted: '照您说的改了',
  refused: '没有改',
}

/** What an owner may say is wrong, with what to write. */
export const ABOUT_OPTIONS = (Object.keys(ABOUT) as About[]).map((value) => ({ value, label: ABOUT[value] }))
export { ABOUT }
