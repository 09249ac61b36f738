import { MINUTE } from '@yishiting/domain/matter/instant'
import { addParty, inviteParty, recordView } from '../../deliberate/hearing/acts'
import { COMPOUND_ID } from '../ids'
import type { MeetingPlan } from '../story/meeting-plan'
import { id, meetingId } from '../story/names'
import type { HallAct } from './hall-act'
import { callBy, type Stage } from './stage'

interface PartyPlan {
  side: 'burdened' | 'applicant' | 'authority'
  label: string
  resident: string | null
  /** null: nobody has asked them yet. */
  how: string | null
  view: string
}

const PARTIES: readonly PartyPlan[] = [
  {
    side: 'burdened',
    label: '7 号楼一层东户',
    resident: '7-4',
    how: '上门',
    view: '同意装，但不要建在窗前：夜里灯亮、车吵，孩子睡不好。东侧空地更合适。',
  },
  {
    side: 'burdened',
    label: '7 号楼一层西户',
    resident: '7-15',
    how: '打电话',
    view: '在外地照顾母亲，来不了。请把绿化补回来，棚子离窗十五米以上。',
  },
  { side: 'burdened', label: '7 号楼二层东户', resident: '7-9', how: null, view: '' },
  { side: 'applicant', label: '物业公司', resident: null, how: '书面通知', view: '' },
]

async function partyOf({ tx }: Stage, plan: MeetingPlan, label: string): Promise<string> {
  const { id: partyId } = await tx
    .selectFrom('hearingParties')
    .select('id')
    .where('compoundId', '=', COMPOUND_ID)
    .where('meetingId', '=', meetingId(plan.key))
    .where('label', '=', label)
    .executeTakeFirstOrThrow()
  return partyId
}

/** Those in front of whose windows it would stand are asked one by one; one says his piece beforehand, one is still to be asked. */
export function partyActs(plan: MeetingPlan): HallAct[] {
  const params = { meetingId: meetingId(plan.key) }
  return PARTIES.flatMap((party, index): HallAct[] => {
    const { side, label, resident, how, view } = party
    const by = (at: number) => callBy(plan.convener, at)
    const act = (minutes: number, name: string, run: HallAct['run']): HallAct => ({
      kind: 'hall',
      at: plan.noticedAt + (index * 40 + minutes) * MINUTE,
      name: `${name} ${label}`,
      run,
    })
    const acts = [
      act(10, 'party', ({ tx }, at) =>
        addParty(tx, { ...by(at), params, body: { side, label, residentId: resident && id(resident) } }),
      ),
    ]
    if (how !== null)
      acts.push(
        act(20, 'invite', async (stage, at) => {
          const partyId = await partyOf(stage, plan, label)
          await inviteParty(stage.tx, { ...by(at), params: { ...params, partyId }, body: { how } })
        }),
      )
    if (view !== '')
      acts.push(
        act(30, 'view', async (stage, at) => {
          const partyId = await partyOf(stage, plan, label)
          await recordView(stage.tx, {
            ...by(at),
            params: { ...params, partyId },
            body: { view, photoIds: [] },
          })
        }),
      )
    return acts
  })
}
