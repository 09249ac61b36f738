import { voteId } from '../../../server/demo/owners/votes'
import type { Shot } from './shot'

const vote = (key: string) => `/vote?id=${voteId(key)}`

const calculateExample: Shot['act'] = async (phone) => {
  await phone.tap('calc-example')
  await phone.tap('calc-go')
  await phone.sees('照公告上的数')
}

/** What owners see of joint decisions, in every state in which the demo has one. */
export const OWNERS: readonly Shot[] = [
  { name: 'votes', who: 'zhang', path: '/meetings', act: (phone) => phone.tap('when-votes') },
  { name: 'vote-open', who: 'zhang', path: vote('parking') },
  { name: 'vote-open-tenant', who: 'li', path: vote('parking') },
  { name: 'vote-announced', who: 'zhang', path: vote('committee') },
  { name: 'vote-published', who: 'zhang', path: vote('manager') },
  { name: 'vote-certified', who: 'zhang', path: vote('gate') },
  {
    name: 'vote-ballot',
    who: 'zhang',
    path: vote('parking'),
    act: async (phone) => {
      await phone.tap('vote-go')
      await phone.sees('把东门空地改成 30 个停车位')
    },
  },
  {
    name: 'vote-receipt',
    who: 'director',
    path: vote('parking'),
    act: async (phone) => {
      await phone.tap('vote-receipt')
      await phone.it('receipt-code').waitFor()
    },
  },
  { name: 'standing', who: 'zhang', path: '/my-roll' },
  { name: 'standing-tenant', who: 'li', path: '/my-roll' },
  { name: 'standing-claim', who: 'li', path: '/my-roll?do=claim' },
  { name: 'standing-wrong', who: 'zhang', path: '/my-roll?do=wrong' },
  { name: 'mandate-accept', who: 'li', path: `/mandate?id=${voteId('parking')}` },
  { name: 'calculate', who: null, path: '/calculate' },
  { name: 'calculate-example', who: null, path: '/calculate', act: calculateExample },
]
