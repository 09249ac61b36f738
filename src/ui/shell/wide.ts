/** WeChat's screens are as wide as the phone. The web build's is wide.h5.ts. */
export const markWideOnShell = (_wide: boolean): void => {}
