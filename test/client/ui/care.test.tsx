import { fireEvent, render, screen } from '@testing-library/react'
import { Button, PageFrame, useCare } from '@/ui'
import { CareProvider } from '@/ui/care/care'
import { fontFactor } from '@/ui/care/factor'
import Taro, { page, resetTaro } from '../support/taro'

function Page() {
  const { care, setCare } = useCare()
  return (
    <PageFrame title="首页" tab>
      <Button onPress={() => setCare(!care)}>{care ? '回到普通版' : '长辈版'}</Button>
    </PageFrame>
  )
}

const open = () =>
  render(
    <CareProvider>
      <Page />
    </CareProvider>,
  )
const frame = (container: HTMLElement) => container.querySelector<HTMLElement>('.frame')

beforeEach(resetTaro)

describe('care mode', () => {
  test('enlarges the page, and is remembered on this device', () => {
    const { container, unmount } = open()
    expect(frame(container)?.className).not.toContain('care')
    expect(frame(container)?.style.getPropertyValue('--fs')).toBe('1')
    fireEvent.click(screen.getByRole('button', { name: '长辈版' }))
    expect(frame(container)?.className).toContain('care')
    expect(frame(container)?.style.getPropertyValue('--fs')).toBe('1.3')
    unmount()

    const again = open()
    expect(frame(again.container)?.className).toContain('care')
    fireEvent.click(screen.getByRole('button', { name: '回到普通版' }))
    expect(Taro.getStorageSync('care-mode')).toBe('off')
  })

  test.each([
    [false, undefined, 1],
    [false, 1.2, 1.2],
    [false, 0.8, 1],
    [false, 2, 1.5],
    [true, undefined, 1.3],
    [true, 1.1, 1.3],
    [true, 1.4, 1.4],
    [true, 9, 1.5],
    [false, Number.NaN, 1],
  ])('care %s and the phone at %s draw at %s', (care, phone, factor) => {
    expect(fontFactor(care, phone)).toBe(factor)
  })
})

describe('the frame', () => {
  const plain = (
    <PageFrame title="说一件事">
      <Button>说出来</Button>
    </PageFrame>
  )

  test('names the page, and goes back where there is a way back', () => {
    page.depth = 2
    render(plain)
    expect(Taro.setNavigationBarTitle).toHaveBeenCalledWith({ title: '说一件事' })
    fireEvent.click(screen.getByRole('button', { name: '返回' }))
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  })

  test('leads home whoever came by a link', () => {
    render(plain)
    expect(screen.queryByRole('button', { name: '返回' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '回首页' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  })

  test('a tab has neither', () => {
    render(<PageFrame title="首页" tab />)
    expect(screen.queryAllByRole('button')).toEqual([])
  })
})
