import { ROUTE_CODES } from '@yishiting/domain/sort/routes'
import { TOPIC_CODES } from '@yishiting/domain/sort/topics'
import { z } from 'zod'
import json from './matters.json'

const routes = z.array(z.enum(ROUTE_CODES))

const hint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('duplicate'), of: z.string() }),
  z.object({
    kind: z.literal('split'),
    parts: z.array(z.object({ title: z.string(), text: z.string(), routes })),
  }),
  z.object({ kind: z.enum(['unclear', 'mixed', 'recurring', 'beyond_compound', 'hearing']) }),
])

const demoMatter = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  topic: z.enum(TOPIC_CODES),
  /** Who can settle it, as somebody who knows the rules would sort it; empty: it is not to be sorted as it is. */
  routes,
  urgency: z.enum(['normal', 'high', 'urgent']),
  isPrivate: z.boolean(),
  hint: hint.optional(),
})
export type DemoMatter = z.infer<typeof demoMatter>

/** Real matters of real compounds, in the words in which they were said. */
export const DEMO_MATTERS: readonly DemoMatter[] = z.array(demoMatter).parse(json)

/** @throws when there is none with this id: a slip in a script. */
export function demoMatterOf(id: string): DemoMatter {
  const found = DEMO_MATTERS.find((each) => each.id === id)
  if (!found) throw new Error(`no demo matter ${id}`)
  return found
}
