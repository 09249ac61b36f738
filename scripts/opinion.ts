import { text } from 'node:stream/consumers'
import { opinionMap } from '@yishiting/domain/deliberate/opinion/opinion'
import { z } from 'zod'

const input = z.object({
  votes: z
    .array(
      z.object({
        person: z.coerce.string(),
        statement: z.coerce.string(),
        value: z.union([z.literal(1), z.literal(-1), z.literal(0)]),
      }),
    )
    .max(5_000_000),
})

/** `npm run --silent opinion < votes.json`: the opinion map (意见地图) of a set of votes, as JSON. Exit code 2 for bad input. */
async function main(): Promise<void> {
  let votes: z.infer<typeof input>
  try {
    votes = input.parse(JSON.parse(await text(process.stdin)))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    console.error(`读不懂投票 / cannot read the votes:\n${why}`)
    process.exitCode = 2
    return
  }
  console.log(JSON.stringify(opinionMap(votes.votes), null, 2))
}

void main()
