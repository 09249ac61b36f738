import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type MeetingKind, noticePeriod, quorumNeeded } from '@yishiting/domain/deliberate/meeting'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { ALL_STATES } from '@yishiting/domain/matter/transitions'
import { ROUTE_CODES } from '@yishiting/domain/sort/routes'
import { clockEffects } from '../../../server/clocks'
import { PEOPLE, personaId, personOf } from '../../../server/demo/compound'
import { COMPOUND_ID } from '../../../server/demo/ids'
import { DEMO_MATTERS } from '../../../server/demo/matters'
import { matterId, meetingId } from '../../../server/demo/story/names'
import { sweepClocks } from '../../../server/platform/clock/sweep'
import { viewMatter } from '../../../server/platform/matters/view'
import { START } from '../../support/clock'
import { type FilledDemo, openDemo } from './support/demo'

const TABLES = [
  ...['people', 'members', 'units', 'buildings', 'matters', 'matter_routes', 'journal', 'notices', 'clocks'],
  ...[
    'supports',
    'follows',
    'comments',
    'photos',
    'ratings',
    'meetings',
    'meeting_items',
    'meeting_people',
    'meeting_polls',
    'poll_votes',
    'poll_slips',
  ],
]
const SHORT_AFTER_MIDNIGHT = Date.parse('2026-01-02T16:05:00Z')

let demo: FilledDemo
beforeAll(async () => {
  demo = await openDemo(START)
}, 60_000)
afterAll(() => demo.close())

async function counts(filled: FilledDemo): Promise<Record<string, number>> {
  const entries = TABLES.map(async (table): Promise<[string, number]> => {
    const [row] = await filled.rows<{ n: number }>(`select count(*) as n from ${table}`)
    return [table, row?.n ?? 0]
  })
  return Object.fromEntries(await Promise.all(entries))
}

const statesOf = (filled: FilledDemo) =>
  filled.rows<{ id: string; headline: string }>('select id, headline from matters order by id')

test('filled once: a second fill changes nothing', async () => {
  const before = await counts(demo)
  expect(before.people).toBe(PEOPLE.length)
  for (const table of TABLES) expect(before[table]).toBeGreaterThan(0)
  await demo.fill()
  expect(await counts(demo)).toEqual(before)
})

test('on another machine, at another hour of another year, it is the same compound', async () => {
  const other = await openDemo(SHORT_AFTER_MIDNIGHT)
  try {
    const without = ({ notices: _, clocks: __, ...rest }: Record<string, number>) => rest
    expect(without(await counts(other))).toEqual(without(await counts(demo)))
    expect(await statesOf(other)).toEqual(await statesOf(demo))
  } finally {
    await other.close()
  }
}, 60_000)

test('moved a month forward, everything that was due happens', async () => {
  const other = await openDemo(START)
  try {
    other.clock.days(30)
    expect(await sweepClocks(other.platform, clockEffects(other.platform))).toBeGreaterThan(10)
    const [left] = await other.rows<{ n: number }>(
      'select count(*) as n from clocks where fired_at is null and due_at <= $1',
      [new Date(other.clock.now())],
    )
    expect(left?.n).toBe(0)
    const states = await other.rows<{ id: string; headline: string }>('select id, headline from matters')
    const stateOf = (key: string) => states.find((row) => row.id === matterId(key))?.headline
    // Nobody said no within seven days; one is asked about only now; one still waits to be checked.
    expect(['M19', 'M46', 'M47'].map(stateOf)).toEqual(['closed', 'closed', 'closed'])
    expect(stateOf('M41')).toBe('being_rated')
    expect(stateOf('M25')).toBe('done_claimed')
  } finally {
    await other.close()
  }
}, 60_000)

test('every matter of the list is there in its own words', async () => {
  const rows = await demo.rows<{ id: string; title: string; body: string; topic: string | null }>(
    'select id, title, body, topic from matters',
  )
  for (const matter of DEMO_MATTERS) {
    expect(rows.find((row) => row.id === matterId(matter.id))).toMatchObject({
      title: matter.title,
      body: matter.text,
    })
  }
})

test('every state of a matter and of a route can be looked at', async () => {
  const rows = await demo.rows<{ state: string }>(
    'select headline as state from matters union select state from matter_routes union select state from matters',
  )
  expect(rows.map((row) => row.state).sort()).toEqual([...ALL_STATES].sort())
})

test('every route is taken, and each matter its own where it was sorted as the list says', async () => {
  const rows = await demo.rows<{ id: string; codes: string[] }>(
    'select id, route_codes as codes from matters',
  )
  const taken = new Set(rows.flatMap((row) => row.codes))
  expect([...taken].sort()).toEqual([...ROUTE_CODES].sort())
  const listed = new Set(DEMO_MATTERS.flatMap((matter) => matter.routes))
  expect([...listed].filter((code) => !taken.has(code))).toEqual([])
})

test('the journal runs in the order of time, and each path starts with the words that were said', async () => {
  const [backwards] = await demo.rows<{ n: number }>(
    'select count(*) as n from (select at < lag(at) over (order by id) as back from journal) j where back',
  )
  expect(backwards?.n).toBe(0)
  const firsts = await demo.rows<{ kind: string }>(
    'select distinct on (matter_id) kind from journal where matter_id is not null order by matter_id, id',
  )
  expect(new Set(firsts.map((row) => row.kind))).toEqual(new Set(['raise']))
  const [future] = await demo.rows<{ n: number }>('select count(*) as n from journal where at > $1', [
    new Date(START),
  ])
  expect(future?.n).toBe(0)
})

test('every page of a matter opens for the branch, newest step first', async () => {
  const secretary = personOf('secretary')
  const reader = {
    compoundId: COMPOUND_ID,
    actor: { id: secretary.id, roles: secretary.roles },
    now: demo.clock.now(),
  }
  for (const { id } of await demo.rows<{ id: string }>('select id from matters')) {
    const view = await viewMatter(demo.platform.db, demo.platform, reader, id)
    const times = view.timeline.map((entry) => Date.parse(entry.at))
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(view.timeline.at(-1)?.title).toContain('说了这件事')
  }
})

test('the lift of building 16 is two days late, and everybody can see it', async () => {
  const neighbour = personOf('zhang')
  const reader = { compoundId: COMPOUND_ID, actor: { id: neighbour.id, roles: neighbour.roles }, now: START }
  const view = await viewMatter(demo.platform.db, demo.platform, reader, matterId('M10'))
  expect(view.standing).toMatchObject({ state: 'in_progress', overdueText: '逾期 2 天' })
  expect(view.supports).toBe(31)
  expect(view.reporter).toEqual({ label: '16 号楼居民', name: null, phone: null, room: null })
})

test('what is between two parties, or in danger, is private', async () => {
  const rows = await demo.rows<{ id: string }>('select id from matters where is_private')
  const kept = DEMO_MATTERS.filter((matter) => matter.isPrivate).map((matter) => matterId(matter.id))
  expect(rows.map((row) => row.id).sort()).toEqual(kept.sort())
})

test('stored counters are what was counted', async () => {
  const [wrong] = await demo.rows<{ n: number }>(`
    select count(*) as n from matters m where
      supports <> (select count(*) from supports s where s.matter_id = m.id)
      or followers <> (select count(*) from follows f where f.matter_id = m.id)
      or comments <> (select count(*) from comments c where c.matter_id = m.id)`)
  expect(wrong?.n).toBe(0)
  const [own] = await demo.rows<{ n: number }>(
    'select count(*) as n from supports s join matters m on m.id = s.matter_id where m.reporter_id = s.person_id',
  )
  expect(own?.n).toBe(0)
})

interface MeetingRow {
  id: string
  kind: MeetingKind
  state: string
  startsAt: number
  noticedAt: number
  seats: number
  presentMembers: number
}

test('meetings are announced in time; those held had their quorum', async () => {
  const meetings = await demo.rows<MeetingRow>(`
    select m.id, m.kind, m.state, m.starts_at as "startsAt", m.noticed_at as "noticedAt", m.seats,
      (select count(*) from meeting_people p join members x on x.person_id = p.person_id and x.is_seated
        where p.meeting_id = m.id and p.checked_in_at is not null) as "presentMembers"
    from meetings m order by m.starts_at`)
  for (const meeting of meetings) {
    expect(meeting.seats).toBe(21)
    const notice = meeting.startsAt - meeting.noticedAt
    expect(notice).toBeGreaterThanOrEqual(noticePeriod(meeting.kind, DEFAULT_RULES))
  }
  const coming = meetings.filter((meeting) => meeting.state === 'noticed')
  expect(coming.map((meeting) => meeting.id)).toEqual([meetingId('coming'), meetingId('green')])
  for (const meeting of coming) expect(meeting.startsAt).toBeGreaterThan(START)
  const spring = meetings.find((meeting) => meeting.id === meetingId('spring'))
  expect(spring?.presentMembers).toBeGreaterThanOrEqual(quorumNeeded(21, DEFAULT_RULES))
})

test('votes are one each, by people who were there, and end in a resolution with its minority views', async () => {
  const items = await demo.rows<{
    matterId: string
    votes: number
    outcome: string | null
    minority: string
  }>(`
    select i.matter_id as "matterId", i.outcome, i.minority_views as minority,
      (select count(*) from poll_votes v where v.poll_id = p.id) as votes
    from meeting_items i join meeting_polls p on p.item_id = i.id where p.closed_at is not null order by i.position`)
  expect(items.map((item) => item.matterId)).toEqual(['M12', 'M47', 'M22'].map(matterId))
  for (const item of items) {
    expect(item).toMatchObject({ votes: 22, outcome: 'resolved' })
    expect(item.minority).not.toBe('')
  }
  const [strangers] = await demo.rows<{ n: number }>(`
    select count(*) as n from poll_votes v join meeting_polls o on o.id = v.poll_id
    where not exists (select 1 from meeting_people p where p.meeting_id = o.meeting_id
      and p.person_id = v.person_id and p.checked_in_at is not null)`)
  expect(strangers?.n).toBe(0)
})

test('every done-claim has a picture, and every picture is on the disk', async () => {
  const [bare] = await demo.rows<{ n: number }>(`
    select count(*) as n from journal j where j.kind = 'claimDone'
      and not exists (select 1 from photos p where p.journal_id = j.id)`)
  expect(bare?.n).toBe(0)
  const photos = await demo.rows<{ id: string; bytes: number }>('select id, bytes from photos')
  const root = path.join(demo.platform.config.dataDir, 'photos')
  const files = new Set((await readdir(root, { recursive: true })).map((file) => path.basename(file)))
  for (const photo of photos) {
    expect(photo.bytes).toBeGreaterThan(1000)
    expect(files.has(`${photo.id}.full.jpg`)).toBe(true)
    expect(files.has(`${photo.id}.thumb.jpg`)).toBe(true)
  }
})

test('names and telephone numbers are sealed, labels carry none', async () => {
  const [person] = await demo.rows<{ name: Buffer; phone: Buffer }>(
    'select sealed_name as name, sealed_phone as phone from people where id = $1',
    [personaId('zhang')],
  )
  expect(person && demo.platform.secrets.open(person.name)).toBe('张文海')
  expect(person && demo.platform.secrets.open(person.phone)).toMatch(/^1990000/)
  const labels = await demo.rows<{ label: string }>('select distinct label from members')
  const names = PEOPLE.map((each) => each.name)
  expect(labels.filter((row) => names.some((name) => row.label.includes(name)))).toEqual([])
})

test('no persona has said or rated anything that the scripts did not give them to say', async () => {
  const rows = await demo.rows<{ n: number }>(
    'select count(*) as n from supports where person_id = $1 union all select count(*) from ratings where person_id = $1',
    [personaId('zhang')],
  )
  expect(rows.map((row) => row.n)).toEqual([0, 0])
})
