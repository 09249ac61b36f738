import { z } from 'zod'
import type { Action } from '../people/abilities'
import type { OperationId } from './paths'

/**
 * One operation of the API. `ability` is asked at the door; `public` needs no session; `session` needs one but no compound.
 * `idempotent` marks a write that a phone can send twice: it must carry an Idempotency-Key.
 */
export interface Operation<Params, Query, Body, Response> {
  id: OperationId
  summary: string
  ability: Action | 'public' | 'session'
  idempotent?: boolean
  params: Params
  query: Query
  body: Body
  response: Response
  /** HTTP status of success; 200 when absent. */
  status?: 200 | 201
}

type None = z.ZodObject<Record<never, never>>
const none: None = z.object({})

interface Draft<Params, Query, Body, Response>
  extends Omit<Operation<Params, Query, Body, Response>, 'params' | 'query' | 'body'> {
  params?: Params
  query?: Query
  body?: Body
}

/** Fills in what an operation leaves out; keeps the exact schema types for server and client. */
export function operation<
  Response extends z.ZodType,
  Params extends z.ZodType = None,
  Query extends z.ZodType = None,
  Body extends z.ZodType = None,
>(draft: Draft<Params, Query, Body, Response>): Operation<Params, Query, Body, Response> {
  return {
    ...draft,
    params: draft.params ?? (none as unknown as Params),
    query: draft.query ?? (none as unknown as Query),
    body: draft.body ?? (none as unknown as Body),
  }
}
