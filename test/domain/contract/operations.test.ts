import { contract } from '@yishiting/domain/contract'
import type { Operation } from '@yishiting/domain/contract/operation'
import { PATHS } from '@yishiting/domain/contract/paths'
import { ABILITIES } from '@yishiting/domain/people/abilities'
import type { z } from 'zod'

type AnyOperation = Operation<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>
const OPERATIONS = Object.values(contract).flatMap((room) => Object.values(room)) as unknown as AnyOperation[]
const byId = new Map(OPERATIONS.map((each) => [each.id, each]))

const pathOf = (id: AnyOperation['id']) => PATHS[id]
const isWrite = ({ id }: AnyOperation) => pathOf(id)[0] !== 'GET'
const keysOf = (schema: z.ZodObject) => Object.keys(schema.shape)

test('every path has exactly one operation, under its own id', () => {
  expect(OPERATIONS.map(({ id }) => id).sort()).toEqual(Object.keys(PATHS).sort())
  for (const [room, operations] of Object.entries(contract)) {
    for (const [name, operation] of Object.entries(operations)) expect(operation.id).toBe(`${room}.${name}`)
  }
})

test('no two operations share a method and a path', () => {
  const taken = Object.values(PATHS).map(([method, path]) => `${method} ${path.replace(/:\w+/g, ':x')}`)
  expect(new Set(taken).size).toBe(taken.length)
})

test('the telephone knows no PATCH', () => {
  for (const [method] of Object.values(PATHS)) expect(['GET', 'POST', 'PUT', 'DELETE']).toContain(method)
})

test.each(OPERATIONS)('$id: what its path names is exactly what its schema checks', (operation) => {
  const named = [...pathOf(operation.id)[1].matchAll(/:(\w+)/g)].map((match) => match[1])
  expect(keysOf(operation.params).sort()).toEqual(named.sort())
})

test.each(OPERATIONS)('$id: what reads carries no body, and its ability is in the table', (operation) => {
  if (!isWrite(operation)) expect(keysOf(operation.body)).toEqual([])
  expect([...Object.keys(ABILITIES), 'public', 'session']).toContain(operation.ability)
})

test('only the demo and what concerns the session alone goes without an ability', () => {
  const open = OPERATIONS.filter(({ ability }) => ability === 'public' || ability === 'session').map(
    ({ id }) => id,
  )
  expect(open.every((id) => id.startsWith('demo.') || id.startsWith('people.'))).toBe(true)
  const inCompound = OPERATIONS.filter(({ id }) => pathOf(id)[1].includes(':compoundId'))
  expect(inCompound.filter(({ id }) => open.includes(id))).toEqual([])
})

// Sent twice, these do no harm or have their own way; everything else must carry a key.
const MAY_COME_TWICE = [
  'speak.uploadPhoto',
  'demo.enter',
  'demo.moveClock',
  'people.signOut',
  'people.preferences',
  'people.readInbox',
  // A search, by POST only to keep names out of addresses.
  'people.residents',
  // A file is read again, and looking through it changes nothing.
  'owners.uploadRoll',
  'owners.checkImport',
]

test('every write that a phone can send twice asks for a key', () => {
  const without = OPERATIONS.filter((each) => isWrite(each) && !each.idempotent).map(({ id }) => id)
  expect(without.sort()).toEqual([...MAY_COME_TWICE].sort())
  expect(OPERATIONS.filter((each) => each.idempotent && !isWrite(each))).toEqual([])
})

test('nobody names the acting person in a body: he is whom the session says', () => {
  const acting = /^(actor|actorId|userId|personId|voterId|raterId|byId|raisedById|compoundId)$/
  // Whom a helper signs in is not the one who acts.
  const others = OPERATIONS.filter(({ id }) => id !== 'deliberate.checkInOther')
  for (const { id, body } of others)
    expect([id, keysOf(body).filter((key) => acting.test(key))]).toEqual([id, []])
})

test('every list is read page by page, with an end to the page', () => {
  for (const id of [
    'speak.list',
    'speak.comments',
    'sort.queue',
    'act.tasks',
    'people.inbox',
    'deliberate.meetings',
  ] as const) {
    const query = byId.get(id)?.query
    expect(query?.safeParse({ limit: '50' }).success).toBe(true)
    for (const limit of ['0', '51', '-1', '1.5', 'x', '1e9'])
      expect(query?.safeParse({ limit }).success).toBe(false)
    expect(query?.safeParse({ cursor: 'x'.repeat(201) }).success).toBe(false)
  }
})
