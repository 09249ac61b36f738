import Taro from '@tarojs/taro'

/** WeChat keeps at most ten pages; one is left free for whatever opens next. */
const STACK_MAX = 9

const withQuery = (path: string, query: Record<string, string | null | undefined>): string => {
  const words = Object.entries(query)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
  return words.length > 0 ? `${path}?${words.join('&')}` : path
}

/** Where the pages of the rooms are, with what each is opened with. */
export const PAGES = {
  matter: (id: string) => withQuery('/speak/pages/matter/index', { id }),
  queue: () => '/sort/pages/queue/index',
  decide: (id: string, act?: string) => withQuery('/sort/pages/decide/index', { id, do: act }),
  meeting: (id: string) => withQuery('/deliberate/pages/meeting/index', { id }),
  /** With a petition that is owed its meeting, of the kind it demands. */
  plan: (petition?: string, kind?: string) => withQuery('/deliberate/pages/plan/index', { petition, kind }),
  moderate: (id: string, act?: string, item?: string) =>
    withQuery('/deliberate/pages/moderate/index', { id, do: act, item }),
  opinion: (id: string) => withQuery('/deliberate/pages/opinion/index', { id }),
  hearing: (id: string, act?: string, about?: string) =>
    withQuery('/deliberate/pages/hearing/index', { id, do: act, about }),
  submissions: (id: string) => withQuery('/deliberate/pages/submissions/index', { id }),
  minutes: (id: string) => withQuery('/deliberate/pages/minutes/index', { id }),
  screen: (id: string) => withQuery('/deliberate/pages/screen/index', { id }),
  petitions: () => '/deliberate/pages/petitions/index',
  tasks: () => '/act/pages/tasks/index',
  task: (matter: string, route: string, act?: string) =>
    withQuery('/act/pages/task/index', { matter, route, do: act }),
  roll: (act?: string, about?: Record<string, string>) =>
    withQuery('/owners/pages/roll/index', { do: act, ...about }),
  rollImport: () => '/owners/pages/import/index',
  vote: (id: string) => withQuery('/owners/pages/vote/index', { id }),
  /** My ballot, or its receipt, for one key. */
  ballot: (id: string, key: number) => withQuery('/owners/pages/ballot/index', { id, key: key.toString() }),
  /** With a key: give a mandate for it. Without: enter the code of one. */
  mandate: (id: string, key?: number) =>
    withQuery('/owners/pages/mandate/index', { id, key: key?.toString() }),
  /** 我能投票吗; `act` opens one form: claim, wrong. */
  standing: (act?: string) => withQuery('/owners/pages/standing/index', { do: act }),
  /** With an item of a published result: its figures are filled in. */
  calculate: (vote?: string, item?: string) => withQuery('/owners/pages/calculate/index', { vote, item }),
  voteDraft: (id?: string, matter?: string) => withQuery('/owners/pages/draft/index', { id, matter }),
  /** Without an id: the list of votes. */
  voteDesk: (id?: string, act?: string, about?: string) =>
    withQuery('/owners/pages/desk/index', { id, do: act, about }),
  doors: (id: string) => withQuery('/owners/pages/doors/index', { id }),
  papers: (id: string) => withQuery('/owners/pages/papers/index', { id }),
  conflicts: (id: string, key?: number, item?: string) =>
    withQuery('/owners/pages/conflicts/index', { id, key: key?.toString(), item }),
  rate: (matter: string, route: string) => withQuery('/rate/pages/rate/index', { matter, route }),
}

/** Opens a page above this one; in its place when WeChat's stack is full. */
export function go(url: string): void {
  const isFull = Taro.getCurrentPages().length >= STACK_MAX
  void (isFull ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))
}

/** Back to where the reader came from; who came by a link has nowhere to go back to and gets `instead`. */
export function leave(instead: string): void {
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: instead }))
}
