import { act, fireEvent, render, screen } from '@testing-library/react'
import { confirm, OfflineBar, PageFrame, toast } from '@/ui'
import { lifecycle, resetTaro } from '../support/taro'

beforeEach(resetTaro)

describe('a question', () => {
  test.each([
    ['撤回', true],
    ['再想想', false],
  ])('answered with %s is %s', async (word, answer) => {
    render(<PageFrame title="事项" />)
    let asked: Promise<boolean> = Promise.resolve(!answer)
    act(() => {
      asked = confirm({ title: '真的要撤回吗？', ok: '撤回', danger: true })
    })
    expect(screen.getByRole('alertdialog', { name: '真的要撤回吗？' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: word }))
    expect(await asked).toBe(answer)
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  test('Escape is no, and a second question answers the first with no', async () => {
    render(<PageFrame title="事项" />)
    let first: Promise<boolean> = Promise.resolve(true)
    let second: Promise<boolean> = Promise.resolve(true)
    act(() => {
      first = confirm({ title: '一' })
      second = confirm({ title: '二' })
    })
    expect(await first).toBe(false)
    fireEvent.keyDown(document, { key: 'Escape' })
    expect(await second).toBe(false)
  })

  test('only the page in front asks', () => {
    render(<PageFrame title="后面的页" />)
    act(() => lifecycle.hide())
    act(() => void confirm({ title: '谁来问？' }))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    act(() => lifecycle.show())
    expect(screen.getByRole('alertdialog')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '再想想' }))
  })
})

test('a toast is read aloud, goes away by itself, and the newest stays its full time', () => {
  jest.useFakeTimers()
  render(<PageFrame title="事项" />)
  act(() => toast('记下了'))
  act(() => jest.advanceTimersByTime(2_000))
  act(() => toast('送出了', 'ok'))
  act(() => jest.advanceTimersByTime(2_000))
  expect(screen.getByRole('status').textContent).toBe('送出了')
  act(() => jest.advanceTimersByTime(1_000))
  expect(screen.getByRole('status').textContent).toBe('')
  jest.useRealTimers()
})

test('being offline shows itself and goes away by itself', async () => {
  render(<OfflineBar />)
  await act(async () => {})
  expect(screen.queryByRole('status')).toBeNull()
  act(() => void window.dispatchEvent(new Event('offline')))
  expect(screen.getByRole('status').textContent).toContain('没有网')
  act(() => void window.dispatchEvent(new Event('online')))
  expect(screen.queryByRole('status')).toBeNull()
})
