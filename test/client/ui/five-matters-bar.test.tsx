import { render, screen } from '@testing-library/react'
import { FiveMattersBar, fiveMattersLabel, StandingLine, type Step } from '@/ui'

const walk = (...marks: Step['mark'][]): Step[] =>
  (['speak', 'sort', 'deliberate', 'act', 'rate'] as const).map((room, at) => ({
    room,
    mark: marks[at] ?? 'todo',
  }))

describe('the five-matters bar', () => {
  test('is one sentence to a screen reader', () => {
    const steps = walk('done', 'done', 'now', 'todo', 'todo')
    steps[2] = { room: 'deliberate', mark: 'now', caption: '议事中' }
    render(<FiveMattersBar steps={steps} />)
    expect(
      screen.getByRole('img', { name: '五事进度：说、理已完成，正在议：议事中，还有干、评' }),
    ).toBeTruthy()
  })

  test.each([
    [walk('now', 'todo', 'todo', 'todo', 'todo'), '五事进度：正在说，还有理、议、干、评'],
    [walk('done', 'done', 'skipped', 'now', 'todo'), '五事进度：说、理已完成，议不需要，正在干，还有评'],
    [walk('done', 'done', 'done', 'done', 'done'), '五事进度：说、理、议、干、评已完成，全部走完'],
    [
      walk('done', 'done', 'skipped', 'skipped', 'skipped'),
      '五事进度：说、理已完成，议、干、评不需要，全部走完',
    ],
  ])('says where a matter stands: %#', (steps, said) => {
    expect(fiveMattersLabel(steps)).toBe(said)
  })

  test('draws five marks in order, with captions only when there is room', () => {
    const steps = walk('done', 'now', 'todo', 'todo', 'todo')
    steps[0] = { room: 'speak', mark: 'done', caption: '3/12' }
    const { container, rerender } = render(<FiveMattersBar steps={steps} />)
    expect(container.textContent).toBe('说3/12理议干评')
    rerender(<FiveMattersBar steps={steps} compact />)
    expect(container.textContent).toBe('说理议干评')
  })

  test('a step not needed is said in words, not only dashed', () => {
    const { container } = render(<FiveMattersBar steps={walk('done', 'done', 'skipped', 'now', 'todo')} />)
    expect(container.textContent).toContain('不需要')
  })
})

test('who has it, by when, and lateness in words', () => {
  const { container } = render(
    <StandingLine room="act" line="物业工程部在办" due="应于 4 月 3 日前办完" overdueText="逾期 2 天" />,
  )
  expect(container.textContent).toBe('物业工程部在办应于 4 月 3 日前办完 · 逾期 2 天')
})
