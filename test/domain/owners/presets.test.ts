import { CHANNEL_CODES } from '@yishiting/domain/owners/ballot'
import { PRESETS, presetOf } from '@yishiting/domain/owners/presets'
import { rulesInWords } from '@yishiting/domain/owners/rules-in-words'

const rulesOf = (code: string) => presetOf(code)?.rules

test('every preset names the law, a sentence and its source, and leaves the special spaces to be answered', () => {
  for (const { code, name, about, source, rules } of PRESETS) {
    expect([name, about, source].every((text) => text.length > 0)).toBe(true)
    expect(rules.preset).toBe(code)
    expect(rules.legalBasis[0]).toContain('民法典第278条')
    expect(rules.specialSpaces).toBe('unset')
    expect(CHANNEL_CODES).toEqual(expect.arrayContaining([...rules.channels]))
  }
  expect(new Set(PRESETS.map(({ code }) => code)).size).toBe(PRESETS.length)
})

test('the documented variants (issue: each with its source)', () => {
  expect(rulesOf('national')).toMatchObject({
    conflicts: 'scrutineers',
    mayChange: false,
    invalidParticipates: false,
    nonVoters: 'none',
    mandatesPerProxy: 3,
    propertyStaffMayProxy: false,
    noticeDays: 15,
    objectionDays: 15,
  })
  expect(rulesOf('shenzhen')?.conflicts).toBe('online_over_paper')
  expect(rulesOf('beijing')?.mayChange).toBe(false)
  expect(rulesOf('weifang')?.mandatesPerProxy).toBe(3)
  expect(presetOf('nowhere')).toBeUndefined()
})

test('a preset names no rule of a city by a title: whoever convenes adds the one in force', () => {
  for (const { rules } of PRESETS) expect(rules.legalBasis).toEqual(rulesOf('national')?.legalBasis)
  for (const { source } of PRESETS.slice(1)) expect(source).toContain('请核对当地现行文件')
})

test('an announced draft may follow any preset as it stands: 15 days of notice unless the meeting is extraordinary', () => {
  for (const { rules } of PRESETS) expect(rules.noticeDays).toBe(15)
})

test('the trap of the older rules (全体业主过半) is pointed out', () => {
  expect(presetOf('national')?.source).toContain('以民法典为准')
})

describe('the rules as the notice prints them', () => {
  const [{ rules }] = PRESETS
  const printed = (change: Partial<typeof rules>) => rulesInWords({ ...rules, ...change }).join('\n')

  test('each answer has its own sentence', () => {
    const answers: [Partial<typeof rules>, string][] = [
      [{ specialSpaces: 'unset' }, '还没有定'],
      [{ specialSpaces: 'excluded' }, '不计入'],
      [{ scope: { type: 'buildings', buildings: ['3', 'A座'] } }, '3 号楼、A座的业主'],
      [{ scope: { type: 'stairwell', building: '7', stairwell: '2' } }, '7 号楼 2 单元的业主'],
      [{ channels: ['online', 'phone'] }, '线上、电话'],
      [{ mayChange: true }, '截止之前可以改'],
      [{ mayChange: false }, '投后不能改'],
      [{ conflicts: 'online_over_paper' }, '线上票优先于纸质票'],
      [{ invalidParticipates: true }, '废票算参加表决'],
      [{ nonVoters: 'join_leading' }, '274号文第26条'],
      [{ mandatesPerProxy: 0 }, '不能委托别人投'],
      [{ mandatesPerProxy: 2 }, '最多受 2 位业主委托'],
      [{ propertyStaffMayProxy: true }, '物业人员可以受托'],
      [{ ranking: 'area_then_people' }, '先比同意的面积'],
      [{ extensionDays: 5 }, '延期一次，最多 5 天'],
      [{ objectionDays: 10 }, '10 天内可以提异议'],
      [{ legalBasis: ['甲', '乙'] }, '依据：甲；乙。'],
    ]
    for (const [change, words] of answers) expect(printed(change)).toContain(words)
  })

  test('none has two answers at once', () => {
    expect(printed({ mandatesPerProxy: 0 })).not.toContain('位业主委托')
    expect(printed({ nonVoters: 'none' })).not.toContain('274号')
    expect(printed({ extensionDays: 0 })).toContain('截止时间不延长')
  })
})
