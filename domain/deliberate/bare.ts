/** Words without width, case, blanks and signs: “装灯！” and “装 灯” are one. Empty for what says nothing (“？？？”). */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\s]/gu, '')
