import { screen, waitFor } from '@testing-library/react'
import type { RollUnitView } from '@yishiting/domain/contract/owners'
import RollPage from '@/owners/pages/roll'
import { registryLine } from '@/owners/roll/words'
import { page } from '../support/taro'
import { answer, draw, freshPhone, me, sent, serve } from './desk'

const unit: RollUnitView = {
  unitId: '55555555-5555-4555-8555-555555555555',
  code: '3-2-501',
  building: '3 号楼',
  stairwell: '2 单元',
  use: 'dwelling',
  area: '89.43',
  areaSource: 'contract',
  owners: [{ id: '66666666-6666-4666-8666-666666666666', maskedName: '张**', isLinked: true }],
  isDevelopers: false,
}
const CORRECTIONS = /\/roll\/corrections$/

beforeEach(freshPhone)

test('a correction needs a reason, and sends only what is different', async () => {
  page.params = { do: 'correct', code: '3-2-501' }
  serve(
    me({ keepRoll: true }),
    ['GET', /\/roll\/units/, () => ({ units: [{ ...unit, code: '3-2-5011' }, unit], next: null })],
    ['POST', CORRECTIONS, () => ({})],
  )
  const { tap, type } = draw(<RollPage />)
  await type('correct-area', '89.4３')
  await tap('correct-submit')
  expect(screen.getByText('面积要写成数字，最多四位小数，例如 83.25。')).toBeTruthy()
  await type('correct-area', '90.0001')
  expect(screen.getByText('请写明原因，以后查得到。')).toBeTruthy()
  await type('correct-reason', '业主出示了不动产权证')
  await tap('correct-submit')
  expect(sent('POST', CORRECTIONS)).toEqual([])
  await answer(true)
  await waitFor(() =>
    expect(sent('POST', CORRECTIONS)).toEqual([
      { unitCode: '3-2-501', area: '90.0001', areaSource: 'contract', reason: '业主出示了不动产权证' },
    ]),
  )
})

test('nothing changed: nothing is sent', async () => {
  page.params = { do: 'correct', code: '3-2-501' }
  serve(me({ keepRoll: true }), ['GET', /\/roll\/units/, () => ({ units: [unit], next: null })])
  const { tap, type } = draw(<RollPage />)
  await type('correct-reason', '再看一遍')
  await tap('correct-submit')
  expect(screen.getByText('还没有改动任何一项。')).toBeTruthy()
})

test('a difference from the registry’s totals is said in words, and none is said where there is none', () => {
  const registry = { units: 36, area: '3508.53', unitDifference: -2, areaDifference: '-178.86' }
  expect(registryLine({ registry })).toContain('少 2 户，少 178.86 ㎡')
  expect(registryLine({ registry: { ...registry, unitDifference: 0, areaDifference: '0.00' } })).toBe('')
  expect(registryLine({ registry: { ...registry, unitDifference: null, areaDifference: null } })).toBe('')
})
