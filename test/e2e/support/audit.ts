import type { Page } from 'playwright-core'

/** What somebody with weak eyes, a trembling finger or a screen reader would stumble over; all empty on a good page. */
export interface Audit {
  /** Text smaller than asked for: “12.6px 说两句”. */
  small: string[]
  /** Controls smaller than a finger: “120×40 筛选”. */
  narrow: string[]
  /** Text too faint on what it lies on: “3.9:1 说两句”. */
  faint: string[]
  /** What sticks out at the side: “412 > 375”. */
  wide: string[]
}

export interface Measure {
  /** px; 0: not measured. */
  text: number
  target: number
}

/** Short labels that only repeat what is said in words beside them, or belong to the browser's own frame. */
const LABELS = '.five__caption, .five__dot, .badge, .weui-tabbar, .photo__percent'

/** Runs in the page: measures what is on it now, as it is drawn. */
export const audit = (page: Page, measure: Measure): Promise<Audit> =>
  page.evaluate(
    ({ text, target, labels }) => {
      type Colour = [number, number, number, number]
      const found: Audit = { small: [], narrow: [], faint: [], wide: [] }
      const front = [...document.querySelectorAll<HTMLElement>('.taro_page')].find(
        (each) => each.offsetParent !== null,
      )
      if (!front) return { ...found, wide: ['no page is in front'] }

      const parse = (colour: string): Colour => {
        const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
        return [r, g, b, a]
      }
      const over = ([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour => {
        const mix = (top: number, below: number) => top * a + below * (1 - a)
        return [mix(r, r2), mix(g, g2), mix(b, b2), 1]
      }
      /** Its own paint: that of the box, or of a ::before drawn as the box. */
      const paint = (element: Element): Colour => {
        const own = parse(getComputedStyle(element).backgroundColor)
        const before = getComputedStyle(element, '::before')
        const isBox = before.content !== 'none' && before.position === 'absolute' && before.zIndex === '-1'
        return isBox && own[3] === 0 ? parse(before.backgroundColor) : own
      }
      const ground = (element: Element | null): Colour => {
        if (!element) return [255, 255, 255, 1]
        const own = paint(element)
        return own[3] === 1 ? own : over(own, ground(element.parentElement))
      }
      const light = ([r, g, b]: Colour): number => {
        const [lr = 0, lg = 0, lb = 0] = [r, g, b].map((part) => {
          const share = part / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb
      }
      const contrast = (a: Colour, b: Colour): number => {
        const [dark = 0, bright = 0] = [light(a), light(b)].sort((x, y) => x - y)
        return (bright + 0.05) / (dark + 0.05)
      }
      const isDrawn = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible'
      }
      /** What answers a finger: some controls reach further than they look, by a ::before around them. */
      const reach = (element: Element): [width: number, height: number] => {
        const { width, height } = element.getBoundingClientRect()
        const before = getComputedStyle(element, '::before')
        if (before.content === 'none' || before.position !== 'absolute') return [width, height]
        const beyond = (side: string) => Math.max(0, -(Number.parseFloat(side) || 0))
        return [
          width + beyond(before.left) + beyond(before.right),
          height + beyond(before.top) + beyond(before.bottom),
        ]
      }
      const nameOf = (element: Element): string =>
        (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 20)

      const walker = document.createTreeWalker(front, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement
        const words = node.textContent?.trim() ?? ''
        if (!element || words === '' || !isDrawn(element)) continue
        if (element.closest('[aria-hidden=true], style, script')) continue
        const style = getComputedStyle(element)
        const size = Number.parseFloat(style.fontSize)
        if (size < text && !element.closest(labels)) found.small.push(`${size}px ${words.slice(0, 20)}`)
        if (element.closest('[aria-disabled=true]')) continue
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
        const below = ground(element)
        const ratio = contrast(over(parse(style.color), below), below)
        if (ratio < (isLarge ? 3 : 4.5)) found.faint.push(`${ratio.toFixed(1)}:1 ${words.slice(0, 20)}`)
      }

      const controls =
        '[role=button], [role=link], [role=radio], [role=checkbox], [role=switch], taro-input-core, taro-textarea-core, input[type=date], input[type=time]'
      for (const control of front.querySelectorAll(controls)) {
        if (!isDrawn(control)) continue
        const [width, height] = reach(control)
        if (width < target - 0.5 || height < target - 0.5)
          found.narrow.push(`${Math.round(width)}×${Math.round(height)} ${nameOf(control)}`)
      }

      for (const box of [document.documentElement, front]) {
        if (box.scrollWidth > box.clientWidth) found.wide.push(`${box.scrollWidth} > ${box.clientWidth}`)
      }
      return found
    },
    { ...measure, labels: LABELS },
  )

const CONTROLS = [
  'button',
  'link',
  'radio',
  'checkbox',
  'switch',
  'textbox',
  'searchbox',
  'spinbutton',
  'combobox',
]

/** Controls that a screen reader would call by their kind only, as Chromium itself tells it to screen readers. */
export async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    return nodes
      .filter(({ ignored, role }) => !ignored && CONTROLS.includes(String(role?.value)))
      .filter(({ name }) => !String(name?.value ?? '').trim())
      .map(({ role, nodeId }) => `${role?.value} ${nodeId}`)
  } finally {
    await session.detach()
  }
}
