import type { QueryOf } from '@yishiting/domain/contract'
import type { Actor } from '@yishiting/domain/people/roles'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { DB } from '../../../server/platform/database/schema'
import { listMatters } from '../../../server/speak/list'
import { addCompound, type TestCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'

jest.setTimeout(180_000)

/*
 * A list must not get slower as years go by. Time on a busy machine says little, so this counts the pages of memory and disk
 * that PostgreSQL touches for the same list in a small compound and in one with forty times as many matters.
 */
const FEW = 500
const MANY = 20_000
/** Twenty-one cards and their way through the indexes; two filters together may cost some more. */
const PAGES_MAX = 1_000

let hall: Hall
let small: TestCompound
let large: TestCompound

async function fill(compound: TestCompound, count: number): Promise<void> {
  const { owner, tenant, helper, property_manager: lead } = compound.people
  const { pool } = hall.platform
  const ids = [compound.id, compound.buildingId, owner.id, tenant.id, helper.id]
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query(
      `with n as (
        select i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id, i % 100 < 80 as is_closed,
          now() - ($6::int - i) * interval '10 minutes' as at
        from generate_series(1, $6::int) i
      ), m as (
        insert into matters (compound_id, id, receipt, state, headline, stage, is_open, late_at, title, body, topic,
          route_codes, building_id, reporter_id, raised_by_id, is_private, raised_at, waiting_since, last_activity_at)
        select $1, id, 'SX-2026-' || lpad(i::text, 6, '0'), case when is_closed then 'closed' else 'sorted' end,
          case when is_closed then 'closed' else 'in_progress' end, case when is_closed then 'rate' else 'act' end,
          not is_closed, case when not is_closed then now() + (i % 97 - 12) * interval '1 day' end,
          '第 ' || i || ' 件事', '楼下的灯坏了', case when i % 50 = 0 then 'fire' else 'parking' end,
          case when i % 400 = 7 then '{emergency}'::text[] else '{property}'::text[] end,
          case when i % 20 = 19 then $2::uuid end, case when i % 60 = 0 then $3::uuid else $4::uuid end,
          case when i % 3 = 0 then $5::uuid else $4::uuid end, i % 40 = 0, at, at, at
        from n
      ), w as (
        insert into matter_words select $1, id, array['第', '件', case when i = 7 then '白鹭' else '灯' end] from n
      ), f as (
        insert into follows select $1, id, $3::uuid, now() from n where i % ($6::int / 20) = 0
      )
      insert into matter_routes (compound_id, id, matter_id, position, code, state, lead_id)
      select $1, id, id, 0, case when i % 400 = 7 then 'emergency' else 'property' end,
        case when is_closed then 'closed' else 'in_progress' end, $7 from n`,
      [...ids, count, lead.id],
    )
  } finally {
    client.release(true)
  }
}

beforeAll(async () => {
  hall = await openHall()
  small = hall.compound
  large = await addCompound(hall.platform, { name: '大院' })
  await fill(small, FEW)
  await fill(large, MANY)
  await hall.platform.pool.query(`update matters set title = '白鹭飞过' where receipt = 'SX-2026-000007'`)
  await hall.platform.pool.query('vacuum analyze')
})
afterAll(() => hall.close())

interface Plan {
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}

/** Pages touched by the one statement behind a list. */
async function pagesOf(compound: TestCompound, actor: Actor, query: QueryOf<'speak.list'>): Promise<number> {
  const { pool, rules, secrets } = hall.platform
  let asked: { sql: string; parameters: readonly unknown[] } | undefined
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin()],
    log: (event) => {
      asked = event.query
    },
  })
  const reading = { compoundId: compound.id, personId: actor.id, now: Date.now(), rules, secrets }
  const { matters } = await listMatters(db, { ...query, limit: 20 }, reading, actor)
  if (matters.length === 0) throw new Error('an empty list proves nothing')
  const { rows } = await pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (analyze, buffers, format json) ${asked?.sql}`,
    [...(asked?.parameters ?? [])],
  )
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error('no plan')
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
}

const FILTERS: [string, (compound: TestCompound) => QueryOf<'speak.list'>][] = [
  ['nothing', () => ({})],
  ['a stage', () => ({ stage: 'act' })],
  ['a common topic', () => ({ topic: 'parking' })],
  ['a rare topic', () => ({ topic: 'fire' })],
  ['a common route', () => ({ route: 'property' })],
  ['a rare route', () => ({ route: 'emergency' })],
  ['a building', (compound) => ({ buildingId: compound.buildingId })],
  ['what is open', () => ({ open: 'true' })],
  ['what is over', () => ({ open: 'false' })],
  ['what is overdue', () => ({ overdue: 'true' })],
  ['what is overdue in a building', (compound) => ({ overdue: 'true', buildingId: compound.buildingId })],
  ['what is mine', () => ({ mine: 'true' })],
  ['what I follow', () => ({ followed: 'true' })],
  ['a word that is rare', () => ({ q: '白鹭' })],
]

test.each(FILTERS)(
  'the list by %s touches as few pages among 20,000 matters as among 500',
  async (_name, of) => {
    for (const role of ['owner', 'branch_secretary'] as const) {
      if (role === 'branch_secretary' && ('mine' in of(large) || 'followed' in of(large))) continue
      const pages: number[] = []
      for (const compound of [small, large]) {
        const actor = { id: compound.people[role].id, roles: [role] }
        pages.push(await pagesOf(compound, actor, of(compound)))
      }
      expect(Math.max(...pages)).toBeLessThan(PAGES_MAX)
    }
  },
)

test('what a helper wrote down for half the compound is listed as fast as what he said himself', async () => {
  const pages = await pagesOf(large, { id: large.people.helper.id, roles: ['helper'] }, { mine: 'true' })
  expect(pages).toBeLessThan(PAGES_MAX)
})
