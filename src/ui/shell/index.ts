/** The mini-program needs no frame of its own: WeChat draws the bars. The web build's is index.h5.ts. */
export const markCareOnShell = (_care: boolean, _fs: number): void => {}
