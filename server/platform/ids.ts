import { v7 } from 'uuid'

/** A new id: a UUID v7, so that ids of one table sort by age. */
export const newId = (): string => v7()
