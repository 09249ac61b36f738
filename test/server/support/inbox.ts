import type { Hall } from '../../support/hall'
import type { TestPerson } from '../../support/people'

/** The titles in somebody's inbox, newest first. */
export async function titlesOf(hall: Hall, who: TestPerson): Promise<string[]> {
  const { notices } = await hall.ok(who, 'people.inbox')
  return notices.map((notice) => notice.title)
}
