import { decide } from '@yishiting/domain/matter/decide'
import { INTENT_TYPES, type IntentType } from '@yishiting/domain/matter/intents'
import { SYSTEM } from '@yishiting/domain/people/roles'
import { PEOPLE } from '../support/cast'
import { intentOf } from '../support/intents'
import { CASES, NOW } from '../support/matters'
import { by } from '../support/outcomes'

/**
 * The life of a matter, written down a second time as RULES.md §1 tells it: from where each intent starts and where the
 * sensible example of it leads. A closed route here is the only one, so the matter closes with it.
 */
const DIAGRAM: Record<IntentType, string[]> = {
  acknowledge: ['raised → raised', 'reopened → reopened'],
  edit: ['raised → raised', 'returned → returned'],
  return: ['raised → returned', 'reopened → returned'],
  resubmit: ['returned → raised'],
  withdraw: ['raised → closed', 'reopened → closed', 'returned → closed'],
  merge: ['raised → merged', 'reopened → merged'],
  split: ['raised → split', 'reopened → split'],
  sort: ['raised → assigned', 'reopened → assigned'],
  object: [
    'merged → objected',
    'returned → objected',
    'split → objected',
    // A sorted matter stands where its route stands: from any of them its reporter may object.
    'assigned → objected',
    'being_rated → objected',
    'deliberated → objected',
    'done_claimed → objected',
    'escalated → objected',
    'extended → objected',
    'in_progress → objected',
    'redo → objected',
    'referred → objected',
    'resolved → objected',
    'scheduled → objected',
    'sorted → objected',
  ],
  review: ['objected → raised'],
  reopen: ['closed → reopened'],
  schedule: ['deliberated → scheduled', 'referred → scheduled', 'sorted → scheduled'],
  unschedule: ['scheduled → sorted'],
  deliberate: ['scheduled → deliberated'],
  resolve: ['deliberated → resolved'],
  decline: ['deliberated → closed'],
  refer: ['deliberated → referred', 'referred → referred', 'sorted → referred'],
  assign: [
    'assigned → assigned',
    'escalated → assigned',
    'redo → assigned',
    'referred → assigned',
    'resolved → assigned',
  ],
  start: ['assigned → in_progress'],
  progress: ['assigned → in_progress', 'extended → extended', 'in_progress → in_progress'],
  extend: ['assigned → extended', 'in_progress → extended'],
  claimDone: ['assigned → done_claimed', 'extended → done_claimed', 'in_progress → done_claimed'],
  check: ['done_claimed → done_claimed'],
  askRating: ['done_claimed → being_rated'],
  rate: ['being_rated → being_rated'],
  settle: ['being_rated → closed'],
  answer: ['escalated → closed', 'referred → closed', 'resolved → closed'],
  escalate: ['assigned → escalated', 'extended → escalated', 'in_progress → escalated', 'redo → escalated'],
}

const PLAIN = CASES.filter(
  ({ matter }) => matter.state !== 'objected' || matter.objection?.before === 'sorted',
)

test.each(INTENT_TYPES)('“%s” goes exactly these ways', (type) => {
  const ways = new Set<string>()
  for (const { matter, routeId } of PLAIN) {
    for (const actor of [...PEOPLE, SYSTEM]) {
      const outcome = decide(matter, intentOf(type, routeId), by(actor, NOW))
      for (const event of outcome.ok ? outcome.value.events : []) {
        // Danger goes on during a review, as everywhere: it needs no line of its own.
        ways.add(`${event.from} → ${event.to}`)
      }
    }
  }
  expect([...ways].sort()).toEqual([...DIAGRAM[type]].sort())
})
