import type { RouteCode } from '@yishiting/domain/sort/routes'
import { personOf } from '../compound'
import { demoId } from '../ids'

/** The ids behind the names that scripts use. */
export const matterId = (key: string): string => demoId(`matter:${key}`)
/** A route keeps its id when it is referred to another code: it is named by the code it was sorted with. */
export const routeId = (key: string, code: RouteCode): string => demoId(`route:${key}:${code}`)
export const meetingId = (key: string): string => demoId(`meeting:${key}`)
export const itemId = (meeting: string, matter: string): string => demoId(`item:${meeting}:${matter}`)
export const id = (personKey: string): string => personOf(personKey).id
