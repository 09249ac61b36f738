import { act, fireEvent, render, screen } from '@testing-library/react'
import { Button, Card } from '@/ui'
import { readOverlay } from '@/ui/overlay/overlay-store'

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('a button', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('a double tap does one thing', () => {
    const press = jest.fn()
    render(<Button onPress={press}>说出来</Button>)
    tap('说出来')
    tap('说出来')
    expect(press).toHaveBeenCalledTimes(1)
    act(() => jest.advanceTimersByTime(500))
    tap('说出来')
    expect(press).toHaveBeenCalledTimes(2)
  })

  test('is busy and deaf while its promise runs', async () => {
    let finish = () => {}
    const press = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    render(<Button onPress={press}>去投票</Button>)
    tap('去投票')
    await act(async () => jest.advanceTimersByTime(5_000))
    expect(screen.getByRole('button', { name: '去投票，请稍等' }).getAttribute('aria-disabled')).toBe('true')
    tap(/去投票/)
    expect(press).toHaveBeenCalledTimes(1)
    await act(async () => finish())
    expect(screen.getByRole('button', { name: '去投票' }).getAttribute('aria-disabled')).toBeNull()
    tap('去投票')
    expect(press).toHaveBeenCalledTimes(2)
  })

  test('can be pressed again after its promise failed', async () => {
    const press = jest
      .fn<Promise<void>, []>()
      .mockImplementationOnce(() => Promise.reject(new Error('no network')))
      .mockResolvedValue()
    const failed = jest.fn()
    render(<Button onPress={() => press().catch(failed)}>送出</Button>)
    tap('送出')
    await act(async () => jest.advanceTimersByTime(500))
    expect(failed).toHaveBeenCalledTimes(1)
    tap('送出')
    await act(async () => {})
    expect(press).toHaveBeenCalledTimes(2)
  })

  test('disabled: does nothing, and says why', () => {
    const press = jest.fn()
    render(
      <Button disabled reason="先写一句话，才能说出来" onPress={press}>
        说出来
      </Button>,
    )
    expect(screen.getByText('先写一句话，才能说出来')).toBeTruthy()
    tap('说出来')
    expect(press).not.toHaveBeenCalled()
    expect(readOverlay().saying?.text).toBe('先写一句话，才能说出来')
  })

  test('Enter and Space press it', () => {
    const press = jest.fn()
    render(<Button onPress={press}>加 1 分钟</Button>)
    const button = screen.getByRole('button')
    fireEvent.keyDown(button, { key: 'Enter' })
    act(() => jest.advanceTimersByTime(500))
    fireEvent.keyDown(button, { key: ' ' })
    fireEvent.keyDown(button, { key: 'a' })
    expect(press).toHaveBeenCalledTimes(2)
  })

  test('inside a tappable card it answers alone', () => {
    const card = jest.fn()
    const press = jest.fn()
    render(
      <Card onPress={card} label="车棚充电口">
        <Button onPress={press}>我也遇到</Button>
      </Card>,
    )
    tap('我也遇到')
    expect(press).toHaveBeenCalledTimes(1)
    expect(card).not.toHaveBeenCalled()
    tap('车棚充电口')
    expect(card).toHaveBeenCalledTimes(1)
  })
})
