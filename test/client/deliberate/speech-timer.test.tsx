import { act, render } from '@testing-library/react'
import type { MeetingLive } from '@yishiting/domain/contract/deliberate'
import { SpeechTimer } from '@/deliberate/parts/speech-timer'

const CALLED = Date.parse('2026-03-12T11:00:00.000Z')
const floor = (serverNow: number) => ({
  serverNow: new Date(serverNow).toISOString(),
  speaking: {
    id: 's',
    itemId: 'i',
    label: '3 号楼居民',
    kind: 'speech' as const,
    spokenBefore: 0,
    seconds: 180,
    calledAt: new Date(CALLED).toISOString(),
  } satisfies MeetingLive['speaking'],
})
const left = (container: HTMLElement) => container.querySelector('#speech-left')?.textContent

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('a phone whose clock is an hour wrong shows the same time left as all others', () => {
  for (const wrong of [-3_600_000, 0, 3_600_000]) {
    jest.setSystemTime(CALLED + wrong)
    const { container, unmount } = render(<SpeechTimer meeting={floor(CALLED + 60_000)} />)
    expect(left(container)).toBe('2:00')
    act(() => void jest.advanceTimersByTime(5_000))
    expect(left(container)).toBe('1:55')
    unmount()
  }
})

test('a screen that slept goes on where the time is, and says by how much it is over', () => {
  const { container } = render(<SpeechTimer meeting={floor(CALLED + 170_000)} />)
  expect(left(container)).toBe('0:10')
  act(() => {
    jest.setSystemTime(Date.now() + 21_000)
    jest.advanceTimersByTime(1_000)
  })
  expect(left(container)).toBe('超 0:12')
})
