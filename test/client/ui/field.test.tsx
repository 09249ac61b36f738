import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { countOf, Field, TextArea } from '@/ui'

function Words({ max }: { max: number }) {
  const [words, setWords] = useState('')
  return (
    <Field label="什么事" value={words} max={max}>
      <TextArea label="什么事" value={words} onChange={setWords} />
    </Field>
  )
}

describe('a field counts as people do', () => {
  test.each([
    ['', 0],
    ['充电口', 3],
    ['𠮷', 1],
    ['😀', 1],
    ['𠮷野家a', 4],
  ])('%s is %i', (text, count) => {
    expect(countOf(text)).toBe(count)
  })

  test('the counter follows what is written', () => {
    const { container } = render(<Words max={3} />)
    expect(container.textContent).toContain('0 / 3')
    fireEvent.change(screen.getByRole('textbox', { name: '什么事' }), { target: { value: '𠮷𠮷好' } })
    expect(container.textContent).toContain('3 / 3')
    expect(screen.getByRole('alert').textContent).toBe('')
  })

  test('too long is said in words, and nothing is cut off', () => {
    render(<Words max={3} />)
    const box = screen.getByRole('textbox')
    fireEvent.change(box, { target: { value: '一二三𠮷五' } })
    expect(screen.getByRole('alert').textContent).toBe('多了 2 个字，请删短一些')
    expect(box).toHaveProperty('value', '一二三𠮷五')
  })

  test('an error given by the page comes first', () => {
    render(<Field label="电话" error="电话号码少了一位" value="12345" max={3} />)
    expect(screen.getByRole('alert').textContent).toBe('电话号码少了一位')
  })
})
