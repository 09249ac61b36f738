import type { speak } from '@yishiting/domain/contract/speak'
import { newMatter } from '@yishiting/domain/matter/matter'
import { requireWords } from '@yishiting/domain/matter/words'
import { may } from '@yishiting/domain/people/abilities'
import { BRANCH_ROLES } from '@yishiting/domain/people/roles'
import { TEXT_MAX, TITLE_MAX, tidy, titleFrom } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import type { Tx } from '../platform/database/database'
import { ProblemError, unwrap } from '../platform/http/problems'
import type { Call } from '../platform/http/route'
import { newId } from '../platform/ids'
import { insertMatter } from '../platform/matters/insert'
import { attachPhotos } from '../platform/matters/photos'
import { notifyRoles } from '../platform/notices/notify'
import type { Platform } from '../platform/platform'
import { checkBuilding } from './place'

type Body = z.output<(typeof speak.raise)['body']>

/** The words of a matter, tidied and within their limits; a missing title is made from the first sentence. */
export function wordsOf(body: { title: string; text: string }): { title: string; text: string } {
  const text = unwrap(
    requireWords(body.text, 'text_required', '请写几句：什么事、在哪里、多久了。', TEXT_MAX),
  )
  const title = tidy(body.title) === '' ? titleFrom(text) : body.title
  return {
    text,
    title: unwrap(requireWords(title, 'text_required', '请写一个标题。', TITLE_MAX)).replaceAll('\n', ' '),
  }
}

async function reporterOf(
  tx: Tx,
  call: Call<unknown, unknown, Body>,
): Promise<{ id: string | null; name: string | null }> {
  const { onBehalf } = call.body
  if (!onBehalf) return { id: call.caller.personId, name: null }
  if (!may(call.caller.actor, 'raiseOnBehalf'))
    throw new ProblemError('not_allowed', { detail: '代别人记事由帮办员或支部来做。' })
  if (!onBehalf.reporterId) return { id: null, name: tidy(onBehalf.reporterName) || null }
  const known = await tx
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', call.compoundId)
    .where('personId', '=', onBehalf.reporterId)
    .executeTakeFirst()
  if (!known) throw new ProblemError('not_found', { detail: '没有找到这位住户，请重新选。' })
  return { id: known.personId, name: null }
}

/** Writes a new matter for the person the session says, or on behalf of somebody by a helper. Returns its id and number. */
export async function raise(
  tx: Tx,
  platform: Platform,
  call: Call<unknown, unknown, Body>,
): Promise<{ id: string; receipt: string }> {
  const { body, compoundId, caller, now } = call
  const words = wordsOf(body)
  const reporter = await reporterOf(tx, call)
  await checkBuilding(tx, compoundId, body.place.buildingId)
  const matter = newMatter({
    id: newId(),
    reporterId: reporter.id,
    raisedById: caller.personId,
    raisedAt: now,
    isPrivate: body.isPrivate,
  })
  const notice = {
    title: `新的一件事：“${words.title}”`,
    body: '请在 24 小时内接件。',
    matterId: matter.id,
  }
  await notifyRoles(tx, compoundId, BRANCH_ROLES, notice, { now, except: caller.personId })
  const receipt = await insertMatter(
    tx,
    matter,
    {
      title: words.title,
      body: words.text,
      buildingId: body.place.buildingId,
      placeDetail: tidy(body.place.detail),
      sealedReporterName: reporter.name ? platform.secrets.seal(reporter.name) : null,
      capacity: body.onBehalf?.capacity ?? 'self',
      channel: body.onBehalf?.channel ?? 'app',
    },
    { compoundId, actorId: caller.personId, now, rules: platform.rules },
  )
  await attachPhotos(tx, { compoundId, personId: caller.personId }, body.photoIds, {
    matterId: matter.id,
    journalId: null,
  })
  return { id: matter.id, receipt }
}
