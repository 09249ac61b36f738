import type { BodyOf } from '@yishiting/domain/contract'
import type { VoteView } from '@yishiting/domain/contract/owners'
import { DAY } from '@yishiting/domain/matter/instant'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { PRESETS } from '@yishiting/domain/owners/presets'
import { moment } from '../../../../server/platform/database/database'
import { newId } from '../../../../server/platform/ids'
import { type Hall, openHall } from '../../../support/hall'
import { addPerson, type TestPerson } from '../../../support/people'
import { imported, line } from '../roll/support/files'

/** Owners of the small compound who are in the hall, by the flats they hold (see ROLL). */
export type Owner = 'a' | 'b' | 'c' | 'd' | 'e'
const NAMES: Record<Owner | 'outside', string> = {
  a: '甲一',
  b: '乙二',
  c: '丙三',
  d: '丁四',
  e: '戊五',
  outside: '己六',
}
const phoneOf = (who: Owner | 'outside'): string => `1990009000${Object.keys(NAMES).indexOf(who)}`

const flat = (code: string, area: string, ...owners: (Owner | 'outside')[]): string[] =>
  line(code, owners.map((who) => NAMES[who]).join('、'), { area, phones: owners.map(phoneOf).join('、') })

/**
 * 甲 has two flats, 乙 one, 丙 and 丁 one together, 戊 one and a parking space, 己 is not in the hall; two unsold flats.
 * Without parking: 6 people (the developer is one), 640 ㎡.
 */
const ROLL = [
  flat('1-1-101', '80', 'a'),
  flat('1-1-102', '90', 'a'),
  flat('1-1-201', '70', 'b'),
  flat('1-1-202', '100', 'c', 'd'),
  flat('2-1-101', '100', 'e'),
  [...flat('地库-1-001', '12', 'e').map((cell, index) => (index === 1 ? '车位' : cell))],
  flat('2-1-102', '100', 'outside'),
  line('2-1-201', '', { area: '50', developers: '是' }),
  line('2-1-202', '', { area: '50', developers: '是' }),
]

export interface HallWithVote {
  hall: Hall
  owners: Record<Owner, TestPerson>
  director: TestPerson
  /** A draft that may be announced; what `change` says is different. */
  draft(change?: (body: BodyOf<'owners.draft'>) => void): Promise<VoteView>
  announced(change?: (body: BodyOf<'owners.draft'>) => void): Promise<VoteView>
  /** Announced, and the clock moved to just after the opening. */
  opened(change?: (body: BodyOf<'owners.draft'>) => void): Promise<VoteView>
  see(who: TestPerson, voteId: string): Promise<VoteView>
  /** A ballot as it would have been cast, straight into its table. */
  put(
    vote: VoteView,
    keyNo: number,
    mark: Mark,
    more?: { seat?: string; voter?: TestPerson; at?: number },
  ): Promise<void>
  /** The number of the key that holds this flat. */
  keyNo(vote: VoteView, code: string): Promise<number>
}

export async function hallWithVote(): Promise<HallWithVote> {
  const hall = await openHall()
  const { platform, compound, clock } = hall
  const director = hall.people.committee_director
  await imported(hall, ROLL)
  const owners = {} as Record<Owner, TestPerson>
  for (const who of ['a', 'b', 'c', 'd', 'e'] as const) {
    owners[who] = await addPerson(platform, compound.id, {
      name: NAMES[who],
      roles: ['owner'],
      building: '1 号楼',
    })
    const code = { a: '1-1-101', b: '1-1-201', c: '1-1-202', d: '1-1-202', e: '2-1-101' }[who]
    await hall.ok(owners[who], 'owners.claim', {
      body: { unitCode: code, name: NAMES[who], lastDigits: phoneOf(who).slice(-4) },
    })
  }

  const bodyOf = (): BodyOf<'owners.draft'> => ({
    title: '动用维修资金修屋顶',
    why: '顶楼漏了三年。',
    contact: '业委会 021-5550-0000',
    isExtraordinary: false,
    opensAt: new Date(clock.now() + 16 * DAY).toISOString(),
    closesAt: new Date(clock.now() + 26 * DAY).toISOString(),
    rules: {
      ...(PRESETS[0].rules as unknown as BodyOf<'owners.draft'>['rules']),
      specialSpaces: 'excluded',
      channels: ['online', 'paper', 'door'],
      extensionDays: 5,
    },
    items: [{ title: '修屋顶', body: '1、2 号楼屋顶重做防水，预算 18 万元。', kind: 'ordinary', lawItem: 5 }],
  })
  const self: HallWithVote = {
    hall,
    owners,
    director,
    async draft(change) {
      const body = bodyOf()
      change?.(body)
      return hall.ok(director, 'owners.draft', { body })
    },
    async announced(change) {
      const { id, version } = await self.draft(change)
      return hall.ok(director, 'owners.notice', { params: { voteId: id }, ifMatch: version })
    },
    async opened(change) {
      const vote = await self.announced(change)
      await hall.pass(Date.parse(vote.opensAt) - clock.now())
      return self.see(director, vote.id)
    },
    see: (who, voteId) => hall.ok(who, 'owners.read', { params: { voteId } }),
    async put(vote, keyNo, mark, { seat = 'self', voter, at = clock.now() } = {}) {
      await platform.db
        .insertInto('ownerBallots')
        .values({
          compoundId: compound.id,
          voteId: vote.id,
          id: newId(),
          keyNo,
          seat,
          voterId: voter?.id ?? null,
          capacity: 'owner',
          channel: 'online',
          marks: JSON.stringify(Object.fromEntries(vote.items.map(({ id }) => [id, mark]))),
          receivedAt: moment(at),
          idempotencyKey: newId(),
          salt: Buffer.alloc(16),
          digest: Buffer.alloc(32),
          receiptCode: newId(),
        })
        .execute()
    },
    async keyNo(vote, code) {
      const rows = await platform.db
        .selectFrom('ownerVoteKeys')
        .select(['keyNo', 'unitCodes'])
        .where('compoundId', '=', compound.id)
        .where('voteId', '=', vote.id)
        .execute()
      const found = rows.find(({ unitCodes }) => unitCodes.includes(code))
      if (!found) throw new Error(`no key holds ${code}`)
      return found.keyNo
    },
  }
  return self
}
