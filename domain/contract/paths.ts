/**
 * Method and path of every operation, apart from the schemas: the mini-program needs these at run time and must not carry
 * zod (87 KB). GET, POST, PUT and DELETE only: `wx.request` has no PATCH.
 */
export const PATHS = {
  'people.me': ['GET', '/api/me'],
  'people.preferences': ['PUT', '/api/me/preferences'],
  'people.signOut': ['DELETE', '/api/session'],
  'people.compound': ['GET', '/api/compounds/:compoundId'],
  'people.leads': ['GET', '/api/compounds/:compoundId/leads'],
  // A name in an address would stand in every log on its way.
  'people.residents': ['POST', '/api/compounds/:compoundId/residents/search'],
  'people.inbox': ['GET', '/api/compounds/:compoundId/inbox'],
  'people.readInbox': ['POST', '/api/compounds/:compoundId/inbox/read'],
  'people.home': ['GET', '/api/compounds/:compoundId/home'],

  'speak.list': ['GET', '/api/compounds/:compoundId/matters'],
  'speak.read': ['GET', '/api/compounds/:compoundId/matters/:matterId'],
  'speak.raise': ['POST', '/api/compounds/:compoundId/matters'],
  'speak.edit': ['PUT', '/api/compounds/:compoundId/matters/:matterId'],
  'speak.resubmit': ['POST', '/api/compounds/:compoundId/matters/:matterId/resubmit'],
  'speak.withdraw': ['POST', '/api/compounds/:compoundId/matters/:matterId/withdraw'],
  'speak.object': ['POST', '/api/compounds/:compoundId/matters/:matterId/object'],
  'speak.reopen': ['POST', '/api/compounds/:compoundId/matters/:matterId/reopen'],
  'speak.support': ['POST', '/api/compounds/:compoundId/matters/:matterId/support'],
  'speak.follow': ['POST', '/api/compounds/:compoundId/matters/:matterId/follow'],
  'speak.comments': ['GET', '/api/compounds/:compoundId/matters/:matterId/comments'],
  'speak.comment': ['POST', '/api/compounds/:compoundId/matters/:matterId/comments'],
  'speak.hideComment': ['POST', '/api/compounds/:compoundId/matters/:matterId/comments/:commentId/hide'],
  'speak.uploadPhoto': ['POST', '/api/compounds/:compoundId/photos'],

  'sort.queue': ['GET', '/api/compounds/:compoundId/queue'],
  'sort.acknowledge': ['POST', '/api/compounds/:compoundId/matters/:matterId/acknowledge'],
  'sort.sort': ['POST', '/api/compounds/:compoundId/matters/:matterId/sort'],
  'sort.return': ['POST', '/api/compounds/:compoundId/matters/:matterId/return'],
  'sort.merge': ['POST', '/api/compounds/:compoundId/matters/:matterId/merge'],
  'sort.split': ['POST', '/api/compounds/:compoundId/matters/:matterId/split'],
  'sort.review': ['POST', '/api/compounds/:compoundId/matters/:matterId/review'],

  'deliberate.meetings': ['GET', '/api/compounds/:compoundId/meetings'],
  'deliberate.agendaCandidates': ['GET', '/api/compounds/:compoundId/agenda-candidates'],
  'deliberate.convene': ['POST', '/api/compounds/:compoundId/meetings'],
  'deliberate.read': ['GET', '/api/compounds/:compoundId/meetings/:meetingId'],
  'deliberate.cancel': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/cancel'],
  'deliberate.rsvp': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/rsvp'],
  'deliberate.checkIn': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/check-in'],
  'deliberate.checkInOther': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/check-in-other'],
  'deliberate.open': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/open'],
  'deliberate.close': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/close'],
  'deliberate.setMotion': ['PUT', '/api/compounds/:compoundId/meetings/:meetingId/items/:itemId/motion'],
  'deliberate.openPoll': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/items/:itemId/open-poll'],
  'deliberate.vote': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/items/:itemId/vote'],
  'deliberate.closePoll': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/items/:itemId/close-poll'],
  'deliberate.resolve': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/items/:itemId/resolve'],
  'deliberate.decline': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/items/:itemId/decline'],
  'deliberate.refer': ['POST', '/api/compounds/:compoundId/meetings/:meetingId/items/:itemId/refer'],

  'act.tasks': ['GET', '/api/compounds/:compoundId/tasks'],
  'act.assign': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/assign'],
  'act.start': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/start'],
  'act.progress': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/progress'],
  'act.extend': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/extend'],
  'act.claimDone': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/done'],
  'act.check': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/check'],
  'act.escalate': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/escalate'],
  'act.answer': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/answer'],

  'rate.rate': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/ratings'],
  'rate.settle': ['POST', '/api/compounds/:compoundId/matters/:matterId/routes/:routeId/settle'],

  'demo.personas': ['GET', '/api/demo/personas'],
  'demo.enter': ['POST', '/api/demo/session'],
  'demo.clock': ['GET', '/api/demo/clock'],
  'demo.moveClock': ['POST', '/api/demo/clock'],
} as const satisfies Record<string, readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string]>

export type OperationId = keyof typeof PATHS
