import type { BodyOf } from '@yishiting/domain/contract'
import type { OperationId } from '@yishiting/domain/contract/paths'
import { PRESETS } from '@yishiting/domain/owners/presets'
import { newId } from '../../../server/platform/ids'

type Writes = { [Id in OperationId]?: BodyOf<Id> }

const soon = new Date(Date.parse('2026-03-20T02:00:00Z')).toISOString()
const reason = '写一句原因'
const voteDraft: BodyOf<'owners.draft'> = {
  title: '修屋顶',
  why: '',
  contact: '',
  opensAt: soon,
  closesAt: soon,
  rules: {
    ...(PRESETS[0].rules as unknown as BodyOf<'owners.draft'>['rules']),
    specialSpaces: 'excluded',
  },
  items: [{ title: '修屋顶', body: '重做防水', kind: 'ordinary' }],
}
const place = { buildingId: null, detail: '' }

/** A body that each operation accepts as far as its form goes; the ids in it are nobody's. */
export const SAMPLE_BODIES: Writes = {
  'people.preferences': { care: true },
  'people.residents': { q: '张' },
  'people.readInbox': {},
  'speak.raise': { text: '门口的灯不亮', place },
  'speak.edit': { title: '灯', text: '门口的灯不亮', place },
  'speak.resubmit': { text: '补充一句' },
  'speak.withdraw': { reason },
  'speak.object': { reason },
  'speak.reopen': { reason },
  'speak.support': { on: true },
  'speak.follow': { on: true },
  'speak.comment': { text: '我也是' },
  'speak.hideComment': { reason },
  'sort.sort': { topic: 'other', routes: [{ code: 'deliberation' }], reason },
  'sort.return': { reason, whereTo: '街道' },
  'sort.merge': { intoId: newId(), reason },
  'sort.split': {
    parts: [
      { title: '一', text: '一' },
      { title: '二', text: '二' },
    ],
    reason,
  },
  'sort.review': { upheld: true, reason },
  'deliberate.convene': { kind: 'talk', startsAt: soon, place: '活动室', items: [] },
  'deliberate.cancel': { reason },
  'deliberate.rsvp': { going: 'yes' },
  'deliberate.checkIn': { code: '1234' },
  'deliberate.checkInOther': { personId: newId() },
  'deliberate.setMotion': { motion: '装一盏灯' },
  'deliberate.vote': { choice: 'agree' },
  'deliberate.resolve': { resolution: '装灯' },
  'deliberate.decline': { reason },
  'deliberate.refer': { to: 'owners', whereTo: '业委会', reason },
  'act.assign': { leadId: newId(), task: '装灯', dueAt: soon },
  'act.progress': { text: '在办' },
  'act.extend': { dueAt: soon, reason },
  'act.claimDone': { text: '好了' },
  'act.check': { passed: true, reason },
  'act.escalate': { reason },
  'act.answer': { reason: '请到区法院立案庭' },
  'rate.rate': { contacted: true, solved: true, satisfied: true },
  'owners.draft': voteDraft,
  'owners.editDraft': voteDraft,
  'owners.cancelVote': { reason },
  'owners.extend': { reason },
  'owners.cast': { keyNo: 1, marks: {} },
  'owners.grantMandate': { keyNo: 1, photoId: newId(), expiresAt: soon },
  'owners.acceptMandate': { code: '123456' },
  'owners.object': { text: '我没收到票' },
  'owners.answerObjection': { answer: '已经补送' },
  'owners.deliver': { keyNo: 1, channel: 'door', outcome: 'delivered' },
  'owners.enterPaper': { unitCode: '3-2-501', channel: 'paper', marks: {} },
  'owners.rule': { keyNo: 1, itemId: newId(), mark: 'agree', reason },
  'owners.transfer': { unitCode: '3-2-501', at: soon, owners: [{ name: '某某' }], reason },
  'owners.checkImport': { mapping: { code: 0 } },
  'owners.applyImport': { mapping: { code: 0 }, reason },
  'owners.correct': { unitCode: '3-2-501', reason },
  'owners.answerRequest': { state: 'accepted', answer: '改好了' },
  'owners.claim': { unitCode: '3-2-501', name: '某某', lastDigits: '1234' },
  'owners.request': { about: 'area', text: '面积不对' },
}
