import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { shownMap } from '@yishiting/domain/deliberate/opinion/shown'
import type { StatementVote } from '@yishiting/domain/deliberate/opinion/votes'
import type { z } from 'zod'
import type { Queries } from '../../platform/database/database'
import { loadMeeting } from '../load'
import { privateItems } from '../private-items'

type Answer = z.input<(typeof deliberate.opinionMap)['response']>

/** The answers to what is shown now: a hidden or merged statement counts no more. */
async function votesOf(queries: Queries, compoundId: string, meetingId: string): Promise<StatementVote[]> {
  const rows = await queries
    .selectFrom('statementAnswers as a')
    .innerJoin('meetingStatements as s', (join) =>
      join
        .onRef('s.compoundId', '=', 'a.compoundId')
        .onRef('s.meetingId', '=', 'a.meetingId')
        .onRef('s.id', '=', 'a.statementId'),
    )
    .select(['a.personId as person', 'a.statementId as statement', 'a.value'])
    .where('a.compoundId', '=', compoundId)
    .where('a.meetingId', '=', meetingId)
    .where('s.state', '=', 'shown')
    .orderBy('a.personId')
    .orderBy('a.statementId')
    .execute()
  return rows.map(({ person, statement, value }) => ({
    person,
    statement,
    value: value as StatementVote['value'],
  }))
}

/** 意见地图 as this reader may see it: groups of five and more, no names, no way to pick anybody out but himself. @throws not_found */
export async function viewOpinionMap(
  queries: Queries,
  compoundId: string,
  meetingId: string,
  readerId: string,
): Promise<Answer> {
  await loadMeeting(queries, compoundId, meetingId)
  const unsaid = await privateItems(queries, compoundId, meetingId)
  const rows = await queries
    .selectFrom('meetingStatements')
    .select(['id', 'text', 'label', 'itemId'])
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'shown')
    .execute()
  const statements = rows.filter(({ itemId }) => itemId === null || !unsaid.has(itemId))
  const byId = new Map(statements.map((each) => [each.id, each]))
  const all = await votesOf(queries, compoundId, meetingId)
  const votes = all.filter(({ statement }) => byId.has(statement))
  const map = shownMap(votes, readerId)
  return {
    people: new Set(votes.map(({ person }) => person)).size,
    statements: statements.length,
    answers: votes.length,
    mine: map.mine,
    groups: map.groups,
    dots: map.dots,
    me: map.me,
    lines: map.lines.flatMap((line) => {
      const statement = byId.get(line.id)
      return statement ? [{ ...line, text: statement.text, label: statement.label }] : []
    }),
  }
}
