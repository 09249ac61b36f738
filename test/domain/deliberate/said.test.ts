import { codeChangesAt, windowsTaken } from '@yishiting/domain/deliberate/check-in'
import { shownMap } from '@yishiting/domain/deliberate/opinion/shown'
import type { Answer, StatementVote } from '@yishiting/domain/deliberate/opinion/votes'
import { checkSign, PETITION_OPEN_FOR, petitionNeeded } from '@yishiting/domain/deliberate/petition'
import { checkKind } from '@yishiting/domain/deliberate/required-kind'
import { checkStatement, similarTo } from '@yishiting/domain/deliberate/statements'
import { MINUTE } from '@yishiting/domain/matter/instant'

const codeOf = (text: string): string => {
  const checked = checkStatement(text)
  return checked.ok ? 'fine' : checked.refusal.code
}

test.each([
  ['充电的地方离窗户远一些', 'fine'],
  ['大妈的舞跳得好，音响小一点', 'fine'],
  ['工人渣土堆在门口三天了', 'fine'],
  ['门口有三个 USB 插座', 'fine'],
  ['消防车开不进去死角', 'fine'],
  ['', 'text_required'],
  ['……！！', 'text_required'],
  ['字'.repeat(140), 'fine'],
  ['字'.repeat(141), 'text_too_long'],
  ['楼上那个王八蛋', 'statement_abusive'],
  ['你这个 傻 逼', 'statement_abusive'],
  ['你就是 sb', 'statement_abusive'],
  ['打我电话 138 0013 8000', 'statement_personal'],
  ['他的身份证 11010519491231002X', 'statement_personal'],
])('%j is %s', (text, code) => {
  expect(codeOf(text)).toBe(code)
})

test('what says the same in other signs is the same; what is alike is shown first, the nearest first', () => {
  const known = [
    { id: 'far', text: '垃圾桶放到北门去' },
    { id: 'near', text: '充电的地方要离窗户远一些' },
    { id: 'same', text: '充电的地方，离窗户远一些！' },
  ]
  expect(similarTo('充电的地方离窗户远一些', known)).toEqual([
    { id: 'same', isSame: true },
    { id: 'near', isSame: false },
  ])
})

/** Two camps of `a` and `b` people who answer ten statements oppositely. */
function camps(a: number, b: number): StatementVote[] {
  const people = [...Array(a + b).keys()]
  return people.flatMap((person) =>
    [...Array(10).keys()].map((statement): StatementVote => {
      const value = (person < a === (statement % 2 === 0) ? 1 : -1) as Answer
      return { person: `person-${person}`, statement: `s${statement}`, value }
    }),
  )
}

test('nobody can be picked out of the map but the reader himself, and he only as a dot', () => {
  const map = shownMap(camps(9, 6), 'person-0')
  expect(map.groups.map(({ size }) => size)).toEqual([9, 6])
  expect(map.mine).toBe(0)
  expect(JSON.stringify(map)).not.toContain('person-')
  expect(map.dots).toHaveLength(15)
})

test('a camp of four is nowhere: not as a group, not as dots, not by subtraction', () => {
  const map = shownMap(camps(12, 4), null)
  for (const { size } of map.groups) expect(size).toBeGreaterThanOrEqual(5)
  for (const { agree, disagree, pass, byGroup } of map.lines) {
    const grouped = byGroup.reduce((sum, each) => sum + each.agree + each.disagree + each.pass, 0)
    const others = agree + disagree + pass - grouped
    expect(others === 0 || others >= 5 || grouped === 0).toBe(true)
  }
})

test('the same answers in another order are the same map', () => {
  const votes = camps(8, 7)
  expect(shownMap([...votes].reverse(), 'person-3')).toEqual(shownMap(votes, 'person-3'))
})

test.each([
  [{ fromOutside: true }, 'deliberation', false],
  [{ vitalInterests: true }, 'deliberation', false],
  [{ burdensFew: true }, 'deliberation', false],
  [{ demanded: true }, 'deliberation', false],
  [{}, 'deliberation', true],
  [{ burdensFew: true }, 'hearing', true],
  [{ burdensFew: true }, 'talk', true],
] as const)('with %j a %s may be called: %s', (signs, kind, may) => {
  const none = { fromOutside: false, vitalInterests: false, burdensFew: false, demanded: false }
  const checked = checkKind(kind, { ...none, ...signs })
  expect(checked.ok).toBe(may)
  if (!checked.ok) expect(checked.refusal).toMatchObject({ code: 'hearing_required' })
})

test('half of the seated members, a fifth of the residents, rounded up and never none', () => {
  expect([20, 21, 1, 0].map((base) => petitionNeeded('deliberation', base))).toEqual([10, 11, 1, 1])
  expect([1000, 1001, 4].map((base) => petitionNeeded('hearing', base))).toEqual([200, 201, 1])
})

test('who does not count does not sign, and nobody after thirty days', () => {
  const petition = { kind: 'deliberation' as const, closesAt: PETITION_OPEN_FOR, isMet: false }
  const member = { isMember: true, isResident: true }
  expect(checkSign(petition, member, PETITION_OPEN_FOR - 1).ok).toBe(true)
  expect(checkSign(petition, member, PETITION_OPEN_FOR)).toMatchObject({ refusal: { code: 'petition_over' } })
  expect(checkSign(petition, { ...member, isMember: false }, 0)).toMatchObject({
    refusal: { code: 'petition_not_yours' },
  })
})

test('the digits of the room are good for one to two minutes', () => {
  const now = 10 * MINUTE
  expect(codeChangesAt(now + 1)).toBe(11 * MINUTE)
  const shown = windowsTaken(now)[0]
  expect(windowsTaken(now + 2 * MINUTE - 1)).toContain(shown)
  expect(windowsTaken(now + 2 * MINUTE)).not.toContain(shown)
})

test('where only a few of a group answered a statement, what they said is not told', () => {
  const votes = camps(6, 6).filter(
    ({ person, statement }) => statement !== 's0' || Number(person.replace('person-', '')) <= 6,
  )
  const line = shownMap(votes, null).lines.find(({ id }) => id === 's0')
  expect(line?.byGroup.map(({ agree, disagree, pass }) => agree + disagree + pass).sort()).toEqual([0, 6])
  expect((line?.agree ?? 0) + (line?.disagree ?? 0)).toBe(6)
})
