import type { ClockEffect } from '../../platform/clock/sweep'

export const voteOpens: ClockEffect = async () => undefined
export const voteCloses: ClockEffect = async () => undefined
