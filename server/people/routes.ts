import { people } from '@yishiting/domain/contract/people'
import type { FastifyInstance } from 'fastify'
import { read, write } from '../platform/http/route'
import { tokenOf } from '../platform/http/session'
import type { Platform } from '../platform/platform'
import { viewCompound } from './compound'
import { viewHome } from './home'
import { markRead, readInbox } from './inbox'
import { findResidents, listLeads } from './leads'
import { viewMe } from './me'

/** Who I am, who the others are to me, and what reaches me. */
export function peopleRoutes(app: FastifyInstance, platform: Platform): void {
  const { rules, secrets } = platform

  read(app, platform, people.me, ({ caller, now }, db) => viewMe(db, platform, caller.personId, now))
  write(app, platform, people.preferences, async ({ caller, body, now }, tx) => {
    await tx.updateTable('people').set({ care: body.care }).where('id', '=', caller.personId).execute()
    return viewMe(tx, platform, caller.personId, now)
  })
  write(app, platform, people.signOut, async ({ request }, tx) => {
    const token = tokenOf(request)
    if (token) await tx.deleteFrom('sessions').where('tokenHash', '=', token).execute()
    return { ok: true as const }
  })
  read(app, platform, people.compound, ({ compoundId }, db) => viewCompound(db, compoundId))
  read(app, platform, people.leads, async ({ compoundId }, db) => ({
    leads: await listLeads(db, secrets, compoundId),
  }))
  read(app, platform, people.residents, async ({ compoundId, body }, db) => ({
    residents: await findResidents(db, secrets, compoundId, body.q),
  }))
  read(app, platform, people.inbox, ({ compoundId, caller, query }, db) =>
    readInbox(db, compoundId, caller.personId, query),
  )
  write(app, platform, people.readInbox, ({ compoundId, caller, body, now }, tx) =>
    markRead(tx, compoundId, caller.personId, body.ids, now),
  )
  read(app, platform, people.home, ({ compoundId, caller, now }, db) =>
    viewHome(db, { compoundId, personId: caller.personId, now, rules, secrets }, caller.actor),
  )
}
