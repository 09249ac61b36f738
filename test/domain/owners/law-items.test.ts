import { kindOfLawItem, LAW_ITEMS, type LawItem } from '@yishiting/domain/owners/law-items'

test('民法典 278: items 6 to 8 need three quarters, the others more than half', () => {
  const items = Object.keys(LAW_ITEMS).map(Number) as LawItem[]
  expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(items.filter((item) => kindOfLawItem(item) === 'special')).toEqual([6, 7, 8])
})
