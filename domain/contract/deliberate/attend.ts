import { z } from 'zod'
import { operation } from '../operation'
import * as wire from '../shared'
import { meetingView } from './meeting'

/** Coming, being here, and a word from those who cannot come. */
export const attend = {
  read: operation({
    id: 'deliberate.read',
    summary: '一次会议的整页',
    ability: 'enter',
    params: wire.meetingParams,
    response: meetingView,
  }),
  rsvp: operation({
    id: 'deliberate.rsvp',
    summary: '来不来',
    ability: 'rsvp',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ going: z.enum(['yes', 'no']) }),
    response: meetingView,
  }),
  checkIn: operation({
    id: 'deliberate.checkIn',
    summary: '签到：扫会场的二维码，输会场的四位码，或会议可线上参加',
    ability: 'checkIn',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ code: wire.short('签到码', 10).default('') }),
    response: meetingView,
  }),
  checkInOther: operation({
    id: 'deliberate.checkInOther',
    summary: '给没带手机的人签到；他举手表决',
    ability: 'checkInOther',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ personId: wire.id, byHand: z.boolean().default(true) }),
    response: meetingView,
  }),
  addGuest: operation({
    id: 'deliberate.addGuest',
    summary: '把没用过议事厅的人记在到会名单上；住户举手表决，旁听的不表决',
    ability: 'checkInOther',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({
      name: wire.short('姓名', 20),
      unit: wire.short('房号', 20).default(''),
      isResident: z.boolean(),
    }),
    response: meetingView,
  }),
  submit: operation({
    id: 'deliberate.submit',
    summary: '来不了的，会前交书面意见；帮办员可以代人记下',
    ability: 'enter',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({
      text: wire.words,
      itemId: wire.id.nullable().default(null),
      /** A helper writes it down for somebody: a neighbour by id, or a name on the list. */
      forId: wire.id.nullable().default(null),
      label: wire.short('是谁', 40).default(''),
    }),
    response: z.object({ id: wire.id }),
    status: 201,
  }),
  submissions: operation({
    id: 'deliberate.submissions',
    summary: '书面意见',
    ability: 'enter',
    params: wire.meetingParams,
    response: z.object({
      submissions: z.array(
        z.object({
          id: wire.id,
          itemId: wire.id.nullable(),
          label: z.string(),
          text: z.string(),
          at: wire.instant,
          isMine: z.boolean(),
        }),
      ),
    }),
  }),
}
