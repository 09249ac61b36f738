import { tidy } from '@yishiting/domain/speak/limits'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import type { Secrets } from '../../platform/secrets/secrets'
import { journalMeeting, type MeetingCall } from '../change'
import { loadMeeting } from '../load'
import { checkDoors } from './check-in'

type Body = { name: string; unit: string; isResident: boolean }

/** “张阿姨” keeps her name to herself: neighbours see the building she lives in, or that she listens. */
const labelOf = ({ unit, isResident }: Body, count: number): string =>
  isResident ? `到会住户${unit === '' ? '' : `（${unit.split('-')[0]} 号楼）`} ${count}` : `旁听 ${count}`

/** Somebody in the room who has never used the app: on the list by name, voting by hand when he lives here. */
export async function addGuest(tx: Tx, secrets: Secrets, call: MeetingCall<Body>): Promise<void> {
  const { compoundId, now, caller } = call
  const { meetingId } = call.params
  const loaded = await loadMeeting(tx, compoundId, meetingId, 'update')
  checkDoors(loaded, now)
  const name = tidy(call.body.name)
  if (name === '') throw new RefusalError({ code: 'text_required', message: '请写到会的人叫什么。' })
  const { n } = await tx
    .selectFrom('meetingGuests')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  const { isResident } = call.body
  await tx
    .insertInto('meetingGuests')
    .values({
      compoundId,
      meetingId,
      id: newId(),
      sealedName: secrets.seal(name),
      label: labelOf({ ...call.body, unit: tidy(call.body.unit) }, Number(n) + 1),
      isResident,
      at: moment(now),
      byId: caller.personId,
    })
    .execute()
  await journalMeeting(tx, call, 'add_guest', meetingId, { extra: { isResident } })
}
