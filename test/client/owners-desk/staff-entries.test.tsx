import Taro from '@tarojs/taro'
import { fireEvent, render } from '@testing-library/react'
import { StaffEntries } from '@/pages/mine/parts/staff-entries'
import { CANNOT, freshPhone } from './desk'

const entries = (can: Partial<typeof CANNOT>) => {
  const { container } = render(<StaffEntries can={{ ...CANNOT, ...can }} />)
  return (id: string) => container.querySelector(`#${id}`)
}

beforeEach(freshPhone)

test('the committee finds the roll, a new vote and the desk; a scrutineer only the desk; others nothing', () => {
  const committee = entries({ keepRoll: true, conveneVote: true, seeDoors: true })
  for (const id of ['roll', 'vote-draft', 'vote-desk']) expect(committee(id)).not.toBeNull()
  const scrutineer = entries({ enterPapers: true, ruleConflicts: true, seeDoors: true })
  expect(scrutineer('vote-desk')?.textContent).toContain('录票、认定')
  expect(scrutineer('roll')).toBeNull()
  expect(scrutineer('vote-draft')).toBeNull()
  expect(entries({})('vote-desk')).toBeNull()
})

test('they lead where they say', () => {
  const find = entries({ keepRoll: true, conveneVote: true })
  const opened = Taro.navigateTo as unknown as jest.Mock
  for (const [id, url] of [
    ['roll', '/owners/pages/roll/index'],
    ['vote-draft', '/owners/pages/draft/index'],
    ['vote-desk', '/owners/pages/desk/index'],
  ] as const) {
    fireEvent.click(find(id) as Element)
    expect(opened).toHaveBeenLastCalledWith({ url })
  }
})
