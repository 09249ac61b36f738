import { DAY } from '@yishiting/domain/matter/instant'
import type { Mark } from '@yishiting/domain/owners/ballot'
import type { VoteRules } from '@yishiting/domain/owners/rule-set'
import type { Hall } from '../../../../support/hall'
import { addPerson, type TestPerson } from '../../../../support/people'
import { type ItemSketch, type VoteOnRows, voteOnRows } from '../../support/vote-rows'

export interface Voting extends VoteOnRows {
  /** One owner for each flat, “3-1-101” and on. */
  voters: TestPerson[]
  marks(...choices: Mark[]): Record<string, Mark>
  cast(who: TestPerson | null, keyNo: number, choices?: Mark[], key?: string): ReturnType<Hall['send']>
}

interface Sketch {
  flats?: number
  items?: readonly ItemSketch[]
  rules?: Partial<VoteRules>
}

/** A vote after its notice with so many owners who are signed in and may cast; it opens a day from now. */
export async function voting(hall: Hall, { flats = 3, items, rules }: Sketch = {}): Promise<Voting> {
  const voters: TestPerson[] = []
  for (let index = 0; index < flats; index += 1) {
    voters.push(await addPerson(hall.platform, hall.compound.id, { name: `业主${index}`, roles: ['owner'] }))
  }
  const vote = await voteOnRows(hall, {
    flats: voters.map(({ name }, index) => ({ code: `3-1-${101 + index}`, area: 800_000, owners: [name] })),
    people: Object.fromEntries(voters.map((person) => [person.name, person])),
    items,
    rules,
  })
  for (const [index, { id }] of voters.entries()) await giveRight(hall, vote.id, id, index + 1)
  const marks = (...choices: Mark[]) =>
    Object.fromEntries(vote.itemIds.map((id, index) => [id, choices[index] ?? 'agree']))
  return {
    ...vote,
    voters,
    marks,
    cast: (who, keyNo, choices = [], key) =>
      hall.send(who, 'owners.cast', {
        params: { voteId: vote.id },
        body: { keyNo, marks: marks(...choices) } as never,
        ...(key ? { key } : {}),
      }),
  }
}

export async function giveRight(
  hall: Hall,
  voteId: string,
  personId: string,
  keyNo: number,
  more: { seat?: string; capacity?: string; mandateId?: string } = {},
): Promise<void> {
  const { seat = 'self', capacity = 'owner', mandateId = null } = more
  await hall.platform.db
    .insertInto('ownerVoteVoters')
    .values({
      compoundId: hall.compound.id,
      ...{ voteId, personId, keyNo, seat, capacity, mandateId },
      since: new Date(hall.clock.now()),
    })
    .execute()
}

export const open = (hall: Hall): void => hall.clock.forward(2 * DAY)

export const ballotsOf = (hall: Hall, voteId: string) =>
  hall.platform.db
    .selectFrom('ownerBallots')
    .selectAll()
    .where('voteId', '=', voteId)
    .orderBy('seq')
    .execute()
