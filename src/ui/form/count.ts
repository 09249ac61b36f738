/** Length as people count: by code points, so that 𠮷 and an emoji are one each. */
export const countOf = (text: string): number => Array.from(text).length
