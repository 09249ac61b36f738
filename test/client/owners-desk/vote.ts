import type { VoteView } from '@yishiting/domain/contract/owners'

export const VOTE = '22222222-2222-4222-8222-222222222222'
export const ITEM = '33333333-3333-4333-8333-333333333333'
export const COMPOUND = '11111111-1111-4111-8111-111111111111'
export const NOW = Date.UTC(2026, 2, 12, 2)

const NOTHING: VoteView['can'] = {
  edit: false,
  notice: false,
  cancel: false,
  extend: false,
  remind: false,
  seeDoors: false,
  deliver: false,
  enterPapers: false,
  rule: false,
  transfer: false,
  publish: false,
  certify: false,
  export: false,
  object: false,
  answerObjection: false,
}

const figure = (people: number, area: string) => ({ people, area })

/** An open vote on a lift for one stairwell; what somebody may do is said by each test. */
export const aVote = ({
  can,
  ...part
}: Omit<Partial<VoteView>, 'can'> & { can?: Partial<VoteView['can']> }) =>
  ({
    id: VOTE,
    receipt: 'BJ-2026-000003',
    title: '3 号楼 2 单元加装电梯',
    state: 'open',
    opensAt: '2026-03-10T01:00:00.000Z',
    closesAt: '2026-03-25T10:00:00.000Z',
    itemTitles: ['加装电梯'],
    waitsForMe: false,
    line: '3 月 25 日 18:00 截止',
    version: 4,
    why: '',
    contact: '',
    isExtraordinary: false,
    matterId: null,
    items: [
      {
        id: ITEM,
        position: 0,
        title: '加装电梯',
        body: '',
        kind: 'special',
        lawItem: 7,
        options: [],
        seats: 1,
        passesWhen: '三分之二参加，四分之三同意',
      },
    ],
    rules: {
      preset: 'national',
      legalBasis: ['民法典第278条'],
      scope: { type: 'compound' },
      specialSpaces: 'excluded',
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
      extensionDays: 7,
      objectionDays: 15,
    },
    rulesInWords: [],
    rulesDigest: null,
    rollVersion: 1,
    rollDigest: null,
    noticedAt: '2026-02-20T01:00:00.000Z',
    extension: null,
    participation: {
      roll: figure(36, '3508.53'),
      voted: figure(22, '2231.18'),
      shortPeople: 2,
      shortArea: '107.84',
    },
    rights: [],
    noRightReason: '',
    result: null,
    publishedAt: null,
    objectionsUntil: null,
    certifiedAt: null,
    cancelReason: '',
    objections: [],
    problems: [],
    can: { ...NOTHING, ...can },
    ...part,
  }) satisfies VoteView
