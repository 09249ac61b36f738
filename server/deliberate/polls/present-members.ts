import type { Queries } from '../../platform/database/database'

/** Seated members who are here: the base of the quorum. */
export async function presentMembers(
  queries: Queries,
  compoundId: string,
  meetingId: string,
): Promise<number> {
  const row = await queries
    .selectFrom('meetingPeople as p')
    .innerJoin('members as m', (join) =>
      join.onRef('m.compoundId', '=', 'p.compoundId').onRef('m.personId', '=', 'p.personId'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('p.compoundId', '=', compoundId)
    .where('p.meetingId', '=', meetingId)
    .where('p.checkedInAt', 'is not', null)
    .where('m.isSeated', '=', true)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
