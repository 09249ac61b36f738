import type { z } from 'zod'
import { act } from './act'
import { deliberate } from './deliberate'
import { demo } from './demo'
import { owners } from './owners'
import type { OperationId } from './paths'
import { people } from './people'
import { rate } from './rate'
import { sort } from './sort'
import { speak } from './speak'

/** The wire, room by room. */
export const contract = { people, speak, sort, deliberate, owners, act, rate, demo }

type Contract = typeof contract
/** `Operations['speak.raise']` is the operation of that id, with its exact schemas. */
export type Operations = {
  [Room in keyof Contract]: {
    [Name in keyof Contract[Room] & string as `${Room & string}.${Name}`]: Contract[Room][Name]
  }
}[keyof Contract] extends infer Each
  ? Each extends unknown
    ? { [Id in keyof Each]: Each[Id] }
    : never
  : never

type UnionToIntersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never
type AllOperations = UnionToIntersection<Operations>

type Of<Id extends OperationId> = Id extends keyof AllOperations ? AllOperations[Id] : never
type Schema<Id extends OperationId, Part extends 'params' | 'query' | 'body' | 'response'> =
  Of<Id> extends Record<Part, infer S extends z.ZodType> ? S : never

/** What a caller puts in and gets out, by operation id. Input types: defaults may be left out. */
export type ParamsOf<Id extends OperationId> = z.input<Schema<Id, 'params'>>
export type QueryOf<Id extends OperationId> = z.input<Schema<Id, 'query'>>
export type BodyOf<Id extends OperationId> = z.input<Schema<Id, 'body'>>
export type ResponseOf<Id extends OperationId> = z.output<Schema<Id, 'response'>>
