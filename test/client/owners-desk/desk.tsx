import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { act, fireEvent, render, waitFor } from '@testing-library/react'
import type { MeView } from '@yishiting/domain/contract/people'
import type { ReactElement } from 'react'
import { chooseCompound, dropSession, enterSession } from '@/api/session-store'
import { answerQuestion } from '@/ui/overlay/overlay-store'
import { resetTaro } from '../support/taro'
import { COMPOUND, NOW } from './vote'

interface Asked {
  url: string
  method: string
  data?: string
}
type Route = [method: string, path: RegExp, answer: (body: unknown, url: string) => unknown]
/** Something other than 200: the status and the body. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {}
}

const request = Taro.request as unknown as jest.Mock<Promise<unknown>, [Asked]>

/** A server that answers by path; anything else fails the test by its name. */
export function serve(...routes: Route[]): void {
  request.mockImplementation(async ({ url, method, data }) => {
    const route = routes.find(([verb, path]) => verb === method && path.test(url))
    if (!route) throw new Error(`nobody answers ${method} ${url}`)
    const answer = route[2](data === undefined ? undefined : JSON.parse(data), url)
    return answer instanceof Refusal
      ? { statusCode: answer.status, data: answer.body, header: {} }
      : { statusCode: 200, data: answer, header: {} }
  })
}

/** The bodies of every request of this kind, in order. */
export const sent = (method: string, path: RegExp): unknown[] =>
  request.mock.calls
    .filter(([asked]) => asked.method === method && path.test(asked.url))
    .map(([asked]) => JSON.parse(asked.data ?? 'null'))

export const CANNOT: MeView['compounds'][number]['can'] = {
  raise: true,
  raiseOnBehalf: false,
  seeQueue: false,
  seeTasks: false,
  convene: false,
  support: true,
  vote: true,
  keepRoll: false,
  conveneVote: false,
  seeDoors: false,
  enterPapers: false,
  ruleConflicts: false,
}

export const me = (can: Partial<typeof CANNOT>): Route => [
  'GET',
  /\/api\/me$/,
  (): MeView => ({
    id: '99999999-9999-4999-8999-999999999999',
    name: '周敏',
    care: false,
    demo: false,
    now: new Date(NOW).toISOString(),
    compounds: [
      {
        id: COMPOUND,
        name: '幸福里',
        label: '业委会',
        home: null,
        roles: ['committee_director'],
        unread: 0,
        can: { ...CANNOT, ...can },
      },
    ],
  }),
]

// A control takes two taps within 0.4 s for one: between two taps of a test a second goes by.
let later = 0
const realNow = Date.now
beforeAll(() => void jest.spyOn(Date, 'now').mockImplementation(() => realNow() + later))

/** Answers the question in the middle of the screen. */
export const answer = (yes: boolean) => act(async () => answerQuestion(yes))

/** A fresh phone with somebody signed in; call it before each test. */
export function freshPhone(): void {
  resetTaro()
  request.mockReset()
  dropSession()
  enterSession('token')
  chooseCompound(COMPOUND)
}

/** Draws a page and gives the hands to use it with. */
export function draw(page: ReactElement) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const { container } = render(<QueryClientProvider client={client}>{page}</QueryClientProvider>)
  const find = (id: string) => container.querySelector(`[id="${id}"]`)
  const present = async (id: string): Promise<Element> => {
    await waitFor(() => expect(find(id)).not.toBeNull())
    return find(id) as Element
  }
  const tap = async (id: string) => {
    const node = await present(id)
    later += 1000
    await act(async () => {
      fireEvent.click(node)
    })
  }
  const type = async (id: string, value: string) => {
    const node = await present(id)
    await act(async () => {
      fireEvent.change(node, { target: { value } })
    })
  }
  return { container, find, tap, type }
}
