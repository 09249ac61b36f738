import { TEXT_MAX, TITLE_MAX } from '../speak/limits'
import { requireWhereTo } from './answer-words'
import type { Context } from './context'
import type { MatterIntent } from './intents'
import type { Matter } from './matter'
import { acknowledged, moved, type Step, sortedBy, waitingAgain } from './moved'
import { refuse } from './refusals'
import { sort } from './sort-step'
import { requireWords } from './words'

const acknowledge: Step<'acknowledge'> = (matter, intent, context) =>
  moved(matter, { ...matter, acknowledgedAt: context.now }, intent.type, context)

const edit: Step<'edit'> = (matter, intent, context) => moved(matter, matter, intent.type, context)

const returnToReporter: Step<'return'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '退回要写明原因，报事的人会看到。')
  if (!reason.ok) return reason
  const whereTo = requireWhereTo(intent.whereTo, '退回要写明该去哪里办、怎么办。')
  if (!whereTo.ok) return whereTo
  const after: Matter = {
    ...matter,
    ...acknowledged(matter, context),
    ...sortedBy(context),
    state: 'returned',
  }
  return moved(matter, after, intent.type, context, reason.value, { whereTo: whereTo.value })
}

const resubmit: Step<'resubmit'> = (matter, intent, context) => {
  const text = requireWords(intent.text, 'text_required', '请补充几句，说清楚再提交。', TEXT_MAX)
  if (!text.ok) return text
  const after: Matter = { ...matter, ...waitingAgain(context), state: 'raised' }
  return moved(matter, after, intent.type, context, text.value)
}

const withdraw: Step<'withdraw'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '请写一句为什么撤回，大家好知道。')
  if (!reason.ok) return reason
  return moved(
    matter,
    { ...matter, state: 'closed', closedAt: context.now },
    intent.type,
    context,
    reason.value,
  )
}

const merge: Step<'merge'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '并案要写明原因，报事的人会看到。')
  if (!reason.ok) return reason
  if (intent.intoId === matter.id) return refuse('target_invalid', '不能并到自己，请选另一件事。')
  const after: Matter = {
    ...matter,
    ...acknowledged(matter, context),
    ...sortedBy(context),
    state: 'merged',
    mergedIntoId: intent.intoId,
  }
  return moved(matter, after, intent.type, context, reason.value, { intoId: intent.intoId })
}

const split: Step<'split'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '拆分要写明原因，报事的人会看到。')
  if (!reason.ok) return reason
  if (intent.parts.length < 2) return refuse('parts_required', '至少要拆成两件事。')
  for (const part of intent.parts) {
    const title = requireWords(part.title, 'text_required', '每一件都要有标题。', TITLE_MAX)
    if (!title.ok) return title
    const text = requireWords(part.text, 'text_required', '每一件都要写清楚是什么事。', TEXT_MAX)
    if (!text.ok) return text
  }
  const after: Matter = { ...matter, ...acknowledged(matter, context), ...sortedBy(context), state: 'split' }
  return moved(matter, after, intent.type, context, reason.value, { parts: intent.parts.length })
}

const object: Step<'object'> = (matter, intent, context) => {
  if (matter.sortedById === null) return refuse('not_in_this_state', '这件事还没有处理决定，不用复核。')
  const reason = requireWords(intent.reason, 'reason_required', '请写一句哪里不对，复核的人好判断。')
  if (!reason.ok) return reason
  const after: Matter = {
    ...matter,
    state: 'objected',
    waitingSince: context.now,
    objectedOnce: true,
    objection: { at: context.now, reason: reason.value, before: matter.state, againstId: matter.sortedById },
  }
  return moved(matter, after, intent.type, context, reason.value)
}

/** Back to where it stood; an emergency may have been dealt with while the objection was looked at. */
function backTo(state: Matter['state'], matter: Matter, context: Context): Matter {
  const isDone = state === 'sorted' && matter.routes.every((route) => route.state === 'closed')
  return isDone ? { ...matter, state: 'closed', closedAt: context.now } : { ...matter, state }
}

const review: Step<'review'> = (matter, intent, context) => {
  const objection = matter.objection
  if (!objection) return refuse('not_in_this_state', '这件事没有待复核的申请。')
  const reason = requireWords(intent.reason, 'reason_required', '请写明复核的理由，报事的人会看到。')
  if (!reason.ok) return reason
  const closeRoutes = matter.routes.map((route) => ({
    ...route,
    state: 'closed' as const,
    closedAt: context.now,
  }))
  const after: Matter = intent.upheld
    ? {
        ...matter,
        ...waitingAgain(context),
        state: 'raised',
        mergedIntoId: null,
        objection: null,
        routes: closeRoutes,
      }
    : backTo(objection.before, { ...matter, objection: null }, context)
  return moved(matter, after, intent.type, context, reason.value, { upheld: intent.upheld })
}

const reopen: Step<'reopen'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '请写一句又出现了什么情况。')
  if (!reason.ok) return reason
  const after: Matter = {
    ...matter,
    ...waitingAgain(context),
    state: 'reopened',
    closedAt: null,
    timesReopened: matter.timesReopened + 1,
  }
  return moved(matter, after, intent.type, context, reason.value, { notSolved: true })
}

export const MATTER_STEPS: { [T in MatterIntent['type']]: Step<T> } = {
  acknowledge,
  edit,
  return: returnToReporter,
  resubmit,
  withdraw,
  merge,
  split,
  sort,
  object,
  review,
  reopen,
}
