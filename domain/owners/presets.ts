import type { VoteRules } from './rule-set'

export interface Preset {
  code: string
  name: string
  /** One sentence for whoever chooses. */
  about: string
  /** Where its differences from the national law come from. */
  source: string
  rules: VoteRules
}

/** 民法典 278 with the rules that RULES.md §4 names as default. What the law leaves open must be answered before opening. */
const NATIONAL: VoteRules = {
  preset: 'national',
  legalBasis: ['民法典第278条', '法释〔2009〕7号（2020年修正）第8、9条'],
  scope: { type: 'compound' },
  specialSpaces: 'unset',
  invalidParticipates: false,
  nonVoters: 'none',
  channels: ['online', 'paper', 'door'],
  conflicts: 'scrutineers',
  mayChange: false,
  mandatesPerProxy: 3,
  propertyStaffMayProxy: false,
  ranking: 'people_then_area',
  noticeDays: 15,
  votingDays: 15,
  extensionDays: 0,
  objectionDays: 15,
}

/** A notice names no local rule that nobody has looked up: whoever convenes adds its exact title. */
const local = (code: string, changes: Partial<VoteRules>): VoteRules => ({
  ...NATIONAL,
  ...changes,
  preset: code,
})

const asKnownOf = (city: string): string =>
  `据${city}的做法整理。公告前请核对当地现行文件，把文件名写进依据。`

/** The documented variants (RULES.md §4, design notes): each only where its source says something of its own. */
export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    code: 'national',
    name: '按国家的法律',
    about: '三分之二参加，再看同意的过半（重大事项四分之三）；投后不能改，对不上的由监票人认定。',
    source: '民法典第278条。有的旧规定还写“全体业主过半”，以民法典为准。',
    rules: NATIONAL,
  },
  {
    code: 'beijing',
    name: '北京的做法',
    about: '一票投出不能改；表决期间卖了房，卖方在转让前投的票仍算。',
    source: asKnownOf('北京'),
    rules: local('beijing', { mayChange: false }),
  },
  {
    code: 'shenzhen',
    name: '深圳的做法',
    about: '线上和纸质都投了又不一样，以线上为准。',
    source: asKnownOf('深圳'),
    rules: local('shenzhen', { conflicts: 'online_over_paper' }),
  },
  {
    code: 'hangzhou',
    name: '杭州的做法',
    about: '提前 15 天公告，临时会议可以改为 7 天；投票时间 5 到 60 天。',
    source: asKnownOf('杭州'),
    rules: local('hangzhou', {}),
  },
  {
    code: 'weifang',
    name: '潍坊的做法',
    about: '一个人最多受三位业主委托。',
    source: asKnownOf('潍坊'),
    rules: local('weifang', { mandatesPerProxy: 3 }),
  },
]

export const presetOf = (code: string): Preset | undefined => PRESETS.find((preset) => preset.code === code)
