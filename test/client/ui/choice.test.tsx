import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Chips, Choice, Picker } from '@/ui'

const ballot = [
  { value: 'agree', label: '同意' },
  { value: 'against', label: '不同意' },
  { value: 'abstain', label: '弃权', sub: '算参与，不算同意' },
] as const

function Ballot() {
  const [vote, setVote] = useState<'agree' | 'against' | 'abstain' | null>(null)
  return <Choice label="是否同意加装电梯" options={ballot} value={vote} onChange={setVote} />
}

const checked = () => screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-checked'))

describe('a neutral choice', () => {
  test('nothing is chosen for the reader', () => {
    render(<Ballot />)
    expect(screen.getByRole('radiogroup', { name: '是否同意加装电梯' })).toBeTruthy()
    expect(checked()).toEqual(['false', 'false', 'false'])
  })

  test('exactly one is chosen, and can be changed', () => {
    render(<Ballot />)
    fireEvent.click(screen.getByRole('radio', { name: '同意' }))
    expect(checked()).toEqual(['true', 'false', 'false'])
    fireEvent.click(screen.getByRole('radio', { name: '弃权，算参与，不算同意' }))
    expect(checked()).toEqual(['false', 'false', 'true'])
  })

  test('no option looks different from another before choosing', () => {
    render(<Ballot />)
    const looks = screen.getAllByRole('radio').map((radio) => radio.className)
    expect(new Set(looks).size).toBe(1)
  })
})

test('chips: several, or one that can be let go', () => {
  const options = [
    { value: 'a', label: '停车管理' },
    { value: 'b', label: '消防管理' },
  ] as const
  const chosen: ('a' | 'b')[] = ['a']
  const many = jest.fn()
  const one = jest.fn()
  const { rerender } = render(<Chips label="类别" multi options={options} value={chosen} onChange={many} />)
  fireEvent.click(screen.getByRole('checkbox', { name: '消防管理' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '停车管理' }))
  expect(many.mock.calls).toEqual([[['a', 'b']], [[]]])
  rerender(<Chips label="类别" options={options} value={chosen[0] ?? null} onChange={one} />)
  fireEvent.click(screen.getByRole('radio', { name: '停车管理' }))
  fireEvent.click(screen.getByRole('radio', { name: '消防管理' }))
  expect(one.mock.calls).toEqual([[null], ['b']])
})

test('a picker opens a list, takes one and closes', () => {
  const choose = jest.fn()
  const options = [
    { value: '3', label: '3 号楼' },
    { value: '5', label: '5 号楼' },
  ]
  render(<Picker label="在哪里" options={options} value={null} onChange={choose} />)
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '在哪里，请选择' }))
  fireEvent.click(screen.getByRole('radio', { name: '5 号楼' }))
  expect(choose).toHaveBeenCalledWith('5')
  expect(screen.queryByRole('dialog')).toBeNull()
})
