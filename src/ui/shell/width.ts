export type ShellWidth = 'column' | 'wide' | 'screen'

/** WeChat's screens are as wide as the phone. The web build's is width.h5.ts. */
export const markShellWidth = (_width: ShellWidth): void => {}
