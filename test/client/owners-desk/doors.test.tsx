import { screen, waitFor } from '@testing-library/react'
import type { DoorLineView } from '@yishiting/domain/contract/owners'
import DoorsPage from '@/owners/pages/doors'
import { page } from '../support/taro'
import { draw, freshPhone, me, sent, serve } from './desk'
import { aVote, VOTE } from './vote'

const DOORS = /\/doors(\?.*)?$/
const DELIVERIES = /\/deliveries$/
const door = (keyNo: number, part: Partial<DoorLineView> = {}): DoorLineView => ({
  keyNo,
  building: '3',
  stairwell: '2',
  unitCodes: [`3-2-${keyNo}01`],
  maskedNames: ['张**'],
  tries: 0,
  lastOutcome: null,
  lastAt: null,
  ...part,
})
const open = (can: { deliver: boolean }, lines: DoorLineView[]) => {
  page.params = { id: VOTE }
  serve(
    me({ seeDoors: true }),
    ['GET', /\/votes\/[^/]+$/, () => aVote({ can: { seeDoors: true, ...can } })],
    [
      'GET',
      DOORS,
      () => ({ lines, next: null, buildings: [{ building: '3', left: lines.length, all: 36 }] }),
    ],
    ['POST', DELIVERIES, () => ({ ok: true })],
  )
  return draw(<DoorsPage />)
}

beforeEach(freshPhone)

test('who has not voted yet, by stairwell, with what came of the last visit; never how anyone voted', async () => {
  const seen = door(5, { tries: 2, lastOutcome: 'nobody_home', lastAt: '2026-03-11T11:00:00.000Z' })
  const { container } = open({ deliver: true }, [seen, door(6)])
  expect(await screen.findByText('3 号楼 2 单元')).toBeTruthy()
  expect(screen.getByText('去过 2 次，3 月 11 日 19:00 没人在')).toBeTruthy()
  expect(screen.getByText('还没去过')).toBeTruthy()
  expect(container.textContent).not.toMatch(/同意|弃权/)
})

test('one tap says what came of a visit, by the announced way', async () => {
  const { tap } = open({ deliver: true }, [door(5)])
  await tap('door-way-door')
  await tap('door-nobody_home-5')
  expect(sent('POST', DELIVERIES)).toEqual([{ keyNo: 5, channel: 'door', outcome: 'nobody_home' }])
  // The list is read again: the number of visits is the server's.
  await waitFor(() => expect(sent('GET', DOORS).length).toBeGreaterThan(1))
})

test('who may only look has no buttons', async () => {
  const { find } = open({ deliver: false }, [door(5)])
  expect(await screen.findByText('3-2-501')).toBeTruthy()
  expect(find('door-delivered-5')).toBeNull()
})
