/** The mini-program has `preloadRule` for this. The web build's is pages.h5.ts. */
export const readyPages = (): void => {}
