import type { MatterEvent } from '@yishiting/domain/matter/events'
import { DAY } from '@yishiting/domain/matter/instant'
import { headline } from '@yishiting/domain/matter/matter'
import { STATES } from '@yishiting/domain/matter/states'
import { tell } from '@yishiting/domain/matter/telling'
import { CHECKER, PEOPLE } from '../support/cast'
import { CASES, NOW, recheck, sorted } from '../support/matters'
import { canReach, stepsFrom } from '../support/search'

const ENDS = ['closed', 'merged', 'split'] as const
const open = CASES.filter(({ matter }) => !STATES[headline(matter)].exit)
const soon = [NOW, NOW + 2 * DAY]

test.each(open)('from “$name” somebody in a real role can go on', ({ matter }) => {
  const steps = soon.flatMap((now) => stepsFrom(matter, PEOPLE, now))
  expect(steps.some((step) => step.matter !== matter)).toBe(true)
})

test.each(CASES)('from “$name” there is a way to an end', ({ matter }) => {
  expect(canReach(matter, ENDS, PEOPLE, NOW)).toBe(true)
})

test('a checker who has moved away does not leave the matter hanging', () => {
  const others = PEOPLE.filter((person) => person !== CHECKER)
  expect(canReach(sorted([recheck()]), ENDS, others, NOW)).toBe(true)
})

test('from every exit its reporter has a way back: resubmit, object or reopen', () => {
  const exits = CASES.filter(({ matter }) => ['returned', 'merged', 'split', 'closed'].includes(matter.state))
  for (const { matter } of exits) {
    const types = stepsFrom(matter, PEOPLE, NOW)
      .filter(({ actor }) => actor.id === matter.reporterId)
      .flatMap(({ events }) => events.map((event) => event.type))
    expect(types.some((type) => ['resubmit', 'object', 'reopen'].includes(type))).toBe(true)
  }
})

const EXITS = new Set<MatterEvent['type']>([
  'return',
  'merge',
  'split',
  'withdraw',
  'decline',
  'answer',
  'settle',
  'review',
])

test('whatever ends a matter or turns it back tells its reporter why', () => {
  const told = new Set<string>()
  for (const { matter } of CASES) {
    for (const { events, matter: after } of stepsFrom(matter, PEOPLE, NOW)) {
      for (const event of events) {
        const isExit = EXITS.has(event.type) || (event.to !== event.from && STATES[headline(after)].exit)
        if (!isExit) continue
        told.add(event.type)
        expect(event.reason).not.toBe('')
        expect(tell(event, '支部').text).toMatch(/[\u4e00-\u9fff]/u)
      }
    }
  }
  expect([...told].sort()).toEqual([...EXITS].sort())
})

test('a return says where to go, a referral to whom', () => {
  const events = CASES.flatMap(({ matter }) => stepsFrom(matter, PEOPLE, NOW)).flatMap((step) => step.events)
  const texts = (type: MatterEvent['type']) =>
    events.filter((event) => event.type === type).map((event) => tell(event, '支部'))
  expect(texts('return').every(({ text }) => text.includes('去处：街道信访窗口'))).toBe(true)
  expect(texts('refer').every(({ title }) => title === '转业主共同决定：业委会')).toBe(true)
})
