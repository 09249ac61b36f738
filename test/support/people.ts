import { publicLabel } from '@yishiting/domain/people/masking'
import type { Role } from '@yishiting/domain/people/roles'
import { moment } from '../../server/platform/database/database'
import { newId } from '../../server/platform/ids'
import type { Platform } from '../../server/platform/platform'
import { hashToken, newToken } from '../../server/platform/secrets/secrets'

/** Somebody signed in. `name` and `phone` are canaries: they must turn up only where a mask lets them through. */
export interface TestPerson {
  id: string
  name: string
  phone: string
  token: string
  roles: readonly Role[]
}

export interface PersonSketch {
  name: string
  roles: readonly Role[]
  unitId?: string | null
  building?: string
  dutyTitle?: string
  isSeated?: boolean
}

let phones = 0

export async function addPerson(
  platform: Platform,
  compoundId: string,
  sketch: PersonSketch,
): Promise<TestPerson> {
  const { db, secrets } = platform
  const now = platform.clock.now()
  const id = newId()
  phones += 1
  const phone = `1990001${String(phones).padStart(4, '0')}`
  const token = newToken()
  const dutyTitle = sketch.dutyTitle ?? null
  await db
    .insertInto('people')
    .values({
      id,
      sealedName: secrets.seal(sketch.name),
      sealedPhone: secrets.seal(phone),
      createdAt: moment(now),
    })
    .execute()
  await db
    .insertInto('members')
    .values({
      compoundId,
      personId: id,
      roles: [...sketch.roles],
      unitId: sketch.unitId ?? null,
      dutyTitle,
      label: publicLabel({ building: sketch.building ?? null, roles: sketch.roles, dutyTitle }),
      isSeated: sketch.isSeated ?? false,
      joinedAt: moment(now),
    })
    .execute()
  await db
    .insertInto('sessions')
    .values({
      tokenHash: hashToken(token),
      personId: id,
      createdAt: moment(now),
      expiresAt: moment(now + 365 * 24 * 3600 * 1000),
    })
    .execute()
  return { id, name: sketch.name, phone, token, roles: sketch.roles }
}
