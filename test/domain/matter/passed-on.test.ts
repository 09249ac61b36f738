import { isOnlyPassedOn, namesNobody } from '@yishiting/domain/matter/passed-on'
import { LEAD, SECRETARY } from '../support/cast'
import { withRoute } from '../support/matters'
import { codeOfRefusal, done } from '../support/outcomes'

const EMPTY = [
  '已转交相关部门',
  '已转交相关部门。',
  '已转相关部门处理，请耐心等待。',
  '您好，您反映的问题已转交有关部门办理，感谢您的理解！',
  '不属于本部门',
  '此事不属于本单位职责范围。',
  '不归我们管',
  '已上报上级主管部门',
  '已反馈给相关部门，尽快处理',
  '已联系相关单位解决',
  '不是物业的事',
]
const HONEST = [
  '已转交区城管综合执法局，王队长下周三来看，电话 12345',
  '物业已换好灯泡，共 3 只',
  '不属于小区，请到区住建局物业科登记，周一到周五',
  '区消防救援大队已上门，限 7 天整改',
  '灯换好了',
  '已联系供电所，明天停电检修',
  '问题解决了，堆物清走了三车',
]

test.each(EMPTY)('“%s” is no answer, nor a thing done, nor a reason not to adopt', (words) => {
  expect(isOnlyPassedOn(words)).toBe(true)
  const referred = withRoute('referred')
  const answer = { type: 'answer', routeId: 'route-property', reason: words } as const
  expect(codeOfRefusal(referred, answer, SECRETARY)).toBe('reason_required')
  const claim = { type: 'claimDone', routeId: 'route-property', text: words, photoCount: 1 } as const
  expect(codeOfRefusal(withRoute('in_progress'), claim, LEAD)).toBe('evidence_required')
  const decline = { type: 'decline', routeId: 'route-deliberation', reason: words } as const
  expect(codeOfRefusal(withRoute('deliberated'), decline, SECRETARY)).toBe('reason_required')
})

test.each(HONEST)('“%s” tells who, what or where, and counts', (words) => {
  expect(isOnlyPassedOn(words)).toBe(false)
  const answer = { type: 'answer', routeId: 'route-property', reason: words } as const
  expect(done(withRoute('referred'), answer, SECRETARY).matter.state).toBe('closed')
})

test.each(['相关部门', '有关单位。', '请找上级主管部门', '相关部门处理'])(
  '“%s” is nowhere to go',
  (words) => {
    expect(namesNobody(words)).toBe(true)
  },
)

test.each(['区住建局物业科', '街道信访窗口', '居委会', '物业', '社区', '公安部门的户籍窗口', '供电公司'])(
  '“%s” is somewhere to go',
  (words) => {
    expect(namesNobody(words)).toBe(false)
  },
)

test('a long answer is looked through at once', () => {
  const began = performance.now()
  expect(isOnlyPassedOn(`${'已转交相关部门'.repeat(280)}好`)).toBe(false)
  expect(performance.now() - began).toBeLessThan(200)
})
