import type { Step } from '@/ui'

export const walking: Step[] = [
  { room: 'speak', mark: 'done', caption: '3/12' },
  { room: 'sort', mark: 'done', caption: '3/13' },
  { room: 'deliberate', mark: 'now', caption: '议事中' },
  { room: 'act', mark: 'todo' },
  { room: 'rate', mark: 'todo' },
]

export const doing: Step[] = [
  { room: 'speak', mark: 'done' },
  { room: 'sort', mark: 'done' },
  { room: 'deliberate', mark: 'skipped' },
  { room: 'act', mark: 'now' },
  { room: 'rate', mark: 'todo' },
]

export const finished: Step[] = [
  { room: 'speak', mark: 'done', caption: '3/12' },
  { room: 'sort', mark: 'done', caption: '3/13' },
  { room: 'deliberate', mark: 'done', caption: '3/20' },
  { room: 'act', mark: 'done', caption: '4/3' },
  { room: 'rate', mark: 'done', caption: '4/9' },
]

const square = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="${colour}" d="M0 0h4v3H0z"/></svg>`,
  )}`

export const photos = ['#cfd6d8', '#b9c2bd', '#d8cfc2'].map((colour, at) => ({
  src: square(colour),
  alt: `车棚 ${at + 1}`,
}))
