import { requireWords } from '@yishiting/domain/matter/words'
import { lengthOf, TEXT_MAX, tidy, titleFrom } from '@yishiting/domain/speak/limits'
import fc from 'fast-check'
import { refused } from '../support/outcomes'

const between = (unseen: string) => tidy(`灯${unseen}坏了`)

describe('what is said is kept', () => {
  test.each([
    ['a rare character', '𠮷田家的灯'],
    ['a rare character told apart by a selector', '葛\u{E0100}城'],
    ['an emoji', '谢谢😀'],
    ['a family', '我家👨‍👩‍👧‍👦都看见了'],
    ['a woman in her profession with her skin', '👩🏽‍⚕️来过'],
    ['a burning heart', '❤️‍🔥'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['a flag of letters', '🇨🇳'],
    ['a keycap', '1️⃣号楼'],
    ['markup, as words', '<b>灯</b> &amp; <script>alert(1)</script>'],
    ['a tab, a line end and an empty line', '一\t二\n三\n\n四'],
    ['full-width spaces inside', '张　三'],
  ])('%s', (_name, words) => {
    expect(tidy(words)).toBe(words)
  })
})

describe('what nobody sees goes', () => {
  test.each([
    ['a zero', '\0'],
    ['an escape', '\u001b'],
    ['a delete', '\u007f'],
    ['a byte order mark', '\ufeff'],
    ['a zero-width space', '\u200b'],
    ['a word joiner', '\u2060'],
    ['a soft hyphen', '\u00ad'],
    ['an override of direction', '\u202e'],
    ['an embedding', '\u202a'],
    ['an isolate', '\u2067'],
    ['a mark of direction', '\u200f'],
    ['a filler', '\u3164'],
    ['a joiner between words', '\u200d'],
    ['a non-joiner between words', '\u200c'],
    ['half of a pair', '\ud83d'],
    ['the other half', '\ude00'],
    ['what is no character', '\uffff'],
  ])('%s', (_name, unseen) => {
    expect(between(unseen)).toBe('灯坏了')
    expect(tidy(unseen)).toBe('')
  })

  test('two halves with something unseen between them do not become a picture', () => {
    expect(between('\ud83d\u200b\ude00')).toBe('灯坏了')
  })

  test('accents are composed, also across something unseen', () => {
    expect(tidy('Cafe\u0301')).toBe('Café')
    expect(tidy('Cafe\u200b\u0301')).toBe('Café')
  })

  test('line ends of every kind are one kind; no more than one empty line; nothing around', () => {
    expect(tidy('　\r\n一\r二\u2028三\u0085四 \n \n\n\n五\t \n')).toBe('一\n二\n三\n四\n\n五')
  })
})

const wild = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom(
      '👨',
      '\u200d',
      '👩',
      '🏽',
      '\ufe0f',
      '\u0301',
      'e',
      '\n',
      ' ',
      '\r',
      '\u200b',
      '\ud83d',
      '\ude00',
    ),
  ),
  maxLength: 60,
})

test('doing it twice changes nothing', () => {
  fc.assert(
    fc.property(wild, (words) => {
      const once = tidy(words)
      expect(tidy(once)).toBe(once)
    }),
    { numRuns: 3000 },
  )
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must be gone
const GONE = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069\ufeff]|\n{3}/

test('whatever comes in, what is kept can be stored and sent', () => {
  fc.assert(
    fc.property(wild, (words) => {
      const kept = tidy(words)
      expect(Buffer.from(kept, 'utf8').toString('utf8')).toBe(kept)
      expect(kept).not.toMatch(GONE)
    }),
    { numRuns: 1000 },
  )
})

describe('lengths are in characters as people count them', () => {
  const check = (words: string, max = TEXT_MAX) => requireWords(words, 'text_required', '请写几句。', max)

  test('a rare character and an emoji count once', () => {
    expect([lengthOf('𠮷'), lengthOf('😀'), lengthOf('灯坏了')]).toEqual([1, 1, 3])
    expect(check('𠮷'.repeat(TEXT_MAX)).ok).toBe(true)
    expect(refused(check('𠮷'.repeat(TEXT_MAX + 1)))).toMatchObject({
      code: 'text_too_long',
      details: { length: 2001, max: 2000 },
    })
  })

  test('100,000 characters are refused in no time, with the number and the limit', () => {
    const began = performance.now()
    for (const each of ['长', ' a', '\u200d', '👨‍', '\n ']) check(each.repeat(100_000))
    const refusal = refused(check('长'.repeat(100_000)))
    expect(performance.now() - began).toBeLessThan(3000)
    expect(refusal.message).toBe('写得太长了：100000 字，最多 2000 字，请删短一些。')
  })

  test('only spaces and unseen characters are no words', () => {
    expect(refused(check(' \u3000\n\u200b\u200d\ufeff')).code).toBe('text_required')
  })
})

describe('a title for somebody who wrote only the text', () => {
  test.each([
    ['the first sentence', '车棚的灯坏了。晚上看不见路。', '车棚的灯坏了'],
    ['up to the first line end', '车棚\n灯坏了', '车棚'],
    ['the first that says something', '！！！\n。车棚的灯坏了！', '车棚的灯坏了'],
    ['whatever there is', '？？？', '？？？'],
    ['nothing of nothing', ' \u200b', ''],
  ])('%s', (_name, text, title) => {
    expect(titleFrom(text)).toBe(title)
  })

  test('is at most 24 characters and never half a picture', () => {
    expect(titleFrom('𠮷'.repeat(24))).toBe('𠮷'.repeat(24))
    expect(titleFrom('𠮷'.repeat(25))).toBe(`${'𠮷'.repeat(23)}…`)
    expect(titleFrom(`${'长'.repeat(22)}👨‍👩‍👧‍👦都在`)).toBe(`${'长'.repeat(22)}👨…`)
  })

  test('is words as they will be kept, within the limit of a title', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const title = titleFrom(text)
        expect(tidy(title)).toBe(title)
        expect(lengthOf(title)).toBeLessThanOrEqual(24)
        expect(title === '').toBe(tidy(text) === '')
      }),
      { numRuns: 2000 },
    )
  })
})
