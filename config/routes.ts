/** Real URLs of the web build: what a neighbour sees in a shared link. Keys begin with a slash, or `/` leads nowhere. */
export const customRoutes: Record<string, string> = {
  '/pages/home/index': '/home',
  '/pages/matters/index': '/matters',
  '/pages/meetings/index': '/meetings',
  '/pages/mine/index': '/mine',
  '/speak/pages/new/index': '/speak',
  '/speak/pages/matter/index': '/matter',
  '/speak/pages/inbox/index': '/inbox',
  '/sort/pages/queue/index': '/queue',
  '/sort/pages/decide/index': '/sort',
  '/deliberate/pages/meeting/index': '/meeting',
  '/deliberate/pages/plan/index': '/plan',
  '/deliberate/pages/moderate/index': '/moderate',
  '/act/pages/tasks/index': '/tasks',
  '/act/pages/task/index': '/task',
  '/rate/pages/rate/index': '/rate',
}
