import type { Hall } from '../../../support/hall'
import type { TestPerson } from '../../../support/people'

export interface Downloaded {
  status: number
  code: string
  bytes: Buffer
  headers: Record<string, string | string[] | number | undefined>
}

/** A file of the compound as a browser fetches it; `path` as in “votes/…/export.zip”. */
export async function downloadAs(hall: Hall, who: TestPerson | null, path: string): Promise<Downloaded> {
  const answer = await hall.app.inject({
    method: 'GET',
    url: `/api/compounds/${hall.compound.id}/${path}`,
    headers: who ? { authorization: `Bearer ${who.token}` } : {},
  })
  const code = answer.statusCode < 300 ? '' : String(answer.json().code)
  return { status: answer.statusCode, code, bytes: answer.rawPayload, headers: answer.headers }
}
