import { readFileSync } from 'node:fs'
import path from 'node:path'

const scss = readFileSync(path.join(__dirname, '../../../src/ui/_tokens.scss'), 'utf8')

const token = (name: string): string => {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(scss)?.[1]
  if (!found) throw new Error(`no token --${name}`)
  return found
}

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2 contrast ratio of two colours. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const rooms = ['speak', 'sort', 'deliberate', 'act', 'rate']
const onPaper = ['ink', 'ink-2', 'late', 'ok', 'brand', ...rooms].flatMap((text) => [
  [text, 'paper'],
  [text, 'card'],
])
const onSoft = rooms.map((room) => [room, `${room}-soft`])
const others = [
  ['ink-2', 'sunk'],
  ['late', 'late-soft'],
]
// White words on a filled button, dot, toast or badge.
const filled = ['brand', 'ink', 'late', 'ok', ...rooms].map((ground) => ['card', ground])

test.each([...onPaper, ...onSoft, ...others, ...filled])('%s on %s can be read', (text = '', ground = '') => {
  expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5)
})
