import { AuditOutlined, TeamOutlined } from '@ant-design/icons'
import type { ResponseOf } from '@yishiting/domain/contract'
import type { ReactElement } from 'react'
import { RollPage } from '../owners/roll-page'
import { VotePage } from '../owners/vote-page'
import { VotesPage } from '../owners/votes-page'

type Can = ResponseOf<'people.me'>['compounds'][number]['can']

export interface Room {
  key: string
  label: string
  icon: ReactElement
  isFor(can: Can): boolean
  pages: readonly { path: string; element: ReactElement }[]
}

/** What stands in the menu, and for whom. */
export const ROOMS: readonly Room[] = [
  {
    key: '/votes',
    label: '业主表决',
    icon: <AuditOutlined />,
    isFor: () => true,
    pages: [
      { path: '/votes', element: <VotesPage /> },
      { path: '/votes/:voteId', element: <VotePage /> },
    ],
  },
  {
    key: '/roll',
    label: '业主名册',
    icon: <TeamOutlined />,
    isFor: (can) => can.keepRoll,
    pages: [{ path: '/roll', element: <RollPage /> }],
  },
]
