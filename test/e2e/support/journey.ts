import path from 'node:path'
import { type Hall, openHall } from './hall'

export interface Journey {
  /** Open from the first step on. */
  hall(): Hall
  /** One step after another: when one fails, what follows would only repeat it. */
  step(name: string, walk: () => Promise<void>, limitMs?: number): void
}

const LIMIT_MS = 60_000
/** Where the telephones are photographed when a step fails. */
const FAILURES = path.resolve('var/e2e')

/** For use inside a `describe`: a hall for its steps, which fail too when any page complains. */
export function journey(): Journey {
  let opened: Hall | undefined
  let broken: string | undefined
  const hall = () => {
    if (!opened) throw new Error('the hall is not open yet')
    return opened
  }
  beforeAll(async () => {
    opened = await openHall()
  }, 120_000)
  afterAll(async () => {
    await opened?.close()
  }, 30_000)

  const step: Journey['step'] = (name, walk, limitMs = LIMIT_MS) => {
    test(
      name,
      async () => {
        if (broken) throw new Error(`not walked: “${broken}” failed`)
        try {
          await walk()
          expect(hall().complaints()).toEqual([])
        } catch (error) {
          broken = name
          await opened?.photograph(path.join(FAILURES, name))
          throw error
        }
      },
      limitMs,
    )
  }
  return { hall, step }
}
