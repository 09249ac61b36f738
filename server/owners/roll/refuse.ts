import type { RefusalCode } from '@yishiting/domain/matter/refusals'
import { RefusalError } from '../../platform/http/problems'

type Details = Record<string, string | number | boolean | null>

export const refuse = (code: RefusalCode, message: string, details?: Details): RefusalError =>
  new RefusalError({ code, message, ...(details ? { details } : {}) })
