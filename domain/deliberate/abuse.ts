/** Insults that have no place in a neighbours' hall. Short on purpose: the moderators see the rest (hide, with a reason). */
const INSULTS = [
  '傻逼',
  '傻b',
  'sb',
  '煞笔',
  '沙比',
  '妈的',
  '他妈',
  '操你',
  '草泥马',
  '滚蛋',
  '去死',
  '死全家',
  '王八蛋',
  '混蛋',
  '畜生',
  '狗东西',
  '狗日',
  '贱人',
  '婊子',
  '脑残',
  '白痴',
  '智障',
  '老不死',
  '臭外地',
  '乡巴佬',
  '垃圾人',
  '人渣',
  '不要脸',
]

/** Split up by blanks or signs it is still an insult. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\s]/gu, '')

const LATIN = /^[a-z]+$/

/** Does it insult somebody? Latin ones only as a word of their own: “usb” is none. */
export function isAbusive(text: string): boolean {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
  const plain = bare(text)
  return INSULTS.some((insult) => (LATIN.test(insult) ? words.includes(insult) : plain.includes(insult)))
}

/** Mobile numbers and identity numbers of somebody. */
const NUMBERS = [/(?<!\d)1[3-9]\d{9}(?!\d)/, /(?<!\d)\d{17}[\dx](?!\d)/i]

export function tellsTooMuch(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '')
  return NUMBERS.some((pattern) => pattern.test(plain))
}
