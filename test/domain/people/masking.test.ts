import {
  maskPerson,
  maskPhone,
  type PersonFacts,
  publicLabel,
  type Viewer,
} from '@yishiting/domain/people/masking'
import { ROLE_CODES, ROLES } from '@yishiting/domain/people/roles'
import fc from 'fast-check'

const NAME = '金丝雀'
const PHONE = '13899887766'
const ROOM = '2 单元 501'
const CANARY: PersonFacts = {
  id: 'p-1',
  name: NAME,
  phone: PHONE,
  building: '3 号楼',
  room: ROOM,
  roles: ['owner'],
  dutyTitle: null,
}
const shown = (viewer: Viewer, more: Partial<PersonFacts> = {}) =>
  JSON.stringify(maskPerson({ ...CANARY, ...more }, viewer))

test('the public sees neither name, phone, room nor building', () => {
  const seen = shown('public')
  for (const secret of [NAME, PHONE, PHONE.slice(-4), ROOM, '501', '3 号楼', 'p-1'])
    expect(seen).not.toContain(secret)
  expect(maskPerson(CANARY, 'public').label).toBe('小区居民')
})

test('a neighbour sees “3 号楼居民” and nothing else', () => {
  expect(maskPerson(CANARY, 'neighbour')).toEqual({
    label: '3 号楼居民',
    name: null,
    phone: null,
    room: null,
  })
})

test('a moderator sees who it is and where, with the phone shortened', () => {
  expect(maskPerson(CANARY, 'moderator')).toEqual({
    label: '3 号楼居民',
    name: NAME,
    phone: '138****7766',
    room: '3 号楼 2 单元 501',
  })
})

test.each(['assignee', 'self'] as const)('%s sees whom to call and where', (viewer) => {
  expect(maskPerson(CANARY, viewer)).toMatchObject({ name: NAME, phone: PHONE, room: '3 号楼 2 单元 501' })
})

test('whoever has a duty is shown by its title, to the public too', () => {
  const liaison = {
    dutyTitle: '区消防救援大队',
    building: null,
    room: null,
    roles: ['department_liaison'] as const,
  }
  expect(maskPerson({ ...CANARY, ...liaison }, 'public').label).toBe('区消防救援大队')
  expect(shown('neighbour', liaison)).not.toContain(NAME)
})

test('a duty without a title is shown by the name of the duty; nobody is left without a label', () => {
  expect(publicLabel({ building: null, roles: ['tenant', 'supervisor'], dutyTitle: null })).toBe(
    ROLES.supervisor,
  )
  expect(publicLabel({ building: null, roles: ['tenant'], dutyTitle: null })).toBe('小区居民')
  expect(publicLabel({ building: null, roles: [], dutyTitle: null })).toBe('小区居民')
})

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength })

test('a shortened phone never gives the number away', () => {
  fc.assert(
    fc.property(digits(1, 15), (phone) => {
      const masked = maskPhone(phone)
      expect(masked).not.toContain(phone)
      expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(Math.max(0, phone.length - 4))
    }),
  )
})

test('whoever it is, public and neighbours get no name, phone or room', () => {
  const person = fc.record({
    id: fc.uuid(),
    name: fc.constant(NAME),
    phone: fc.option(fc.constant(PHONE)),
    building: fc.option(fc.constant('3 号楼')),
    room: fc.option(fc.constant(ROOM)),
    roles: fc.subarray([...ROLE_CODES]),
    dutyTitle: fc.option(fc.constant('物业工程部')),
  })
  fc.assert(
    fc.property(person, fc.constantFrom('public' as const, 'neighbour' as const), (facts, viewer) => {
      const seen = JSON.stringify(maskPerson(facts, viewer))
      for (const secret of [NAME, PHONE, PHONE.slice(-4), ROOM, facts.id]) expect(seen).not.toContain(secret)
    }),
  )
})
