import { fireEvent, render, screen } from '@testing-library/react'
import { DateTime, ResultBars, Skeleton, ThresholdBar, Timeline } from '@/ui'
import { dayInWords, fromChinaFields, toChinaFields } from '@/ui/form/china-time'

describe('a threshold', () => {
  test('is drawn to scale and said in one sentence', () => {
    const { container } = render(
      <ThresholdBar
        label="人数参与"
        count={22}
        total={36}
        unit="户"
        marks={[{ of: [2, 3] }]}
        words="还差 2 户"
      />,
    )
    expect(screen.getByRole('img', { name: '人数参与，22 / 36 户，标线在 3 分之 2，还差 2 户' })).toBeTruthy()
    const widths = Array.from(container.querySelectorAll<HTMLElement>('[style]')).map((part) =>
      Number.parseFloat(part.style.width),
    )
    expect(widths[0]).toBeCloseTo(61.11, 2)
    expect(widths[1]).toBeCloseTo(66.67, 2)
  })

  test('an empty roll draws nothing and breaks nothing', () => {
    const { container } = render(<ThresholdBar label="人数" count={0} total={0} marks={[]} />)
    expect(container.querySelector<HTMLElement>('.threshold__fill')?.style.width).toBe('0%')
  })
})

test('results are counts in words, the same colour for every side', () => {
  const rows = [
    { label: '同意', count: 24 },
    { label: '不同意', count: 0 },
  ]
  const { container } = render(<ResultBars rows={rows} />)
  expect(screen.getByRole('listitem', { name: '同意 24 票' })).toBeTruthy()
  expect(
    new Set(Array.from(container.querySelectorAll('.result__fill')).map((fill) => fill.className)).size,
  ).toBe(1)
})

test('a timeline says in which room each thing happened', () => {
  render(
    <Timeline items={[{ key: 'a', room: 'speak', text: '5 号楼居民说了这件事', sub: '3 月 12 日 21:40' }]} />,
  )
  expect(screen.getByRole('img', { name: '说' })).toBeTruthy()
  expect(screen.getByRole('listitem').textContent).toBe('5 号楼居民说了这件事3 月 12 日 21:40')
})

test('loading is said once, not drawn as a spinner', () => {
  render(<Skeleton count={2} />)
  expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy()
})

describe('a day and a time are China’s', () => {
  test.each([
    [Date.UTC(2026, 2, 20, 11, 0), '2026-03-20', '19:00'],
    [Date.UTC(2026, 2, 19, 16, 5), '2026-03-20', '00:05'],
    [Date.UTC(2025, 11, 31, 15, 59), '2025-12-31', '23:59'],
  ])('%i is %s %s, and back', (instant, day, time) => {
    expect(toChinaFields(instant)).toEqual({ day, time })
    expect(fromChinaFields(day, time)).toBe(instant)
  })

  test.each([
    ['', '19:00'],
    ['2026-03-20', ''],
    ['2026-02-30', '19:00'],
    ['2026-13-01', '19:00'],
  ])('%s %s is no instant', (day, time) => {
    expect(fromChinaFields(day, time)).toBeNull()
  })

  test('in words, with the year only when it is another', () => {
    expect(dayInWords('2026-03-20', '2026')).toBe('3 月 20 日')
    expect(dayInWords('2027-01-02', '2026')).toBe('2027 年 1 月 2 日')
  })

  test('a day alone proposes the evening', () => {
    const choose = jest.fn()
    render(<DateTime label="开会时间" value={null} onChange={choose} />)
    fireEvent.change(screen.getByLabelText('picker date'), { target: { value: '2026-03-20' } })
    expect(choose).toHaveBeenCalledWith(Date.UTC(2026, 2, 20, 11))
  })

  test('a whole day ends at its end', () => {
    const choose = jest.fn()
    render(<DateTime label="几号前办完" dateOnly value={null} onChange={choose} />)
    fireEvent.change(screen.getByLabelText('picker date'), { target: { value: '2026-04-03' } })
    expect(choose).toHaveBeenCalledWith(Date.UTC(2026, 3, 3, 15, 59))
  })
})
