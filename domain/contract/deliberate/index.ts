import { attend } from './attend'
import { floor } from './floor'
import { hearing } from './hearing'
import { minutes } from './minutes'
import { opinion } from './opinion'
import { plan } from './plan'
import { polls } from './polls'

export type * from './hearing'
export type * from './meeting'
export type * from './minutes'
export type * from './opinion'
export type * from './plan'

/** 议事, on the wire. */
export const deliberate = { ...plan, ...attend, ...floor, ...polls, ...opinion, ...hearing, ...minutes }
