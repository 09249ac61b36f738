import { z } from 'zod'
import { operation } from '../operation'
import * as wire from '../shared'

const section = z.object({ id: z.string().max(60), title: z.string().max(100), text: wire.words })

const minutesView = z.object({
  version: z.int(),
  state: z.enum(['none', 'draft', 'shown', 'published']),
  meetingTitle: z.string(),
  recorderLabel: z.string(),
  sections: z.array(section),
  draftedAt: wire.instant.nullable(),
  objectionsUntil: wire.instant.nullable(),
  publishedAt: wire.instant.nullable(),
  /** SHA-256 of the sections, hex. */
  digest: z.string(),
  signatures: z.array(
    z.object({
      label: z.string(),
      capacity: z.string(),
      at: wire.instant,
      /** Signed these very words. */
      isCurrent: z.boolean(),
    }),
  ),
  objections: z.array(
    z.object({
      id: wire.id,
      label: z.string(),
      text: z.string(),
      at: wire.instant,
      isMine: z.boolean(),
      answer: z.string(),
      isAccepted: z.boolean().nullable(),
    }),
  ),
  can: z.object({
    draft: z.boolean(),
    edit: z.boolean(),
    show: z.boolean(),
    object: z.boolean(),
    answer: z.boolean(),
    sign: z.boolean(),
    publish: z.boolean(),
  }),
  /** Why it cannot be published yet, in sentences. */
  missing: z.array(z.string()),
})
export type MinutesView = z.infer<typeof minutesView>

const write = (
  id: 'showMinutes' | 'signMinutes' | 'publishMinutes',
  summary: string,
  ability: 'moderate' | 'enter',
) =>
  operation({
    id: `deliberate.${id}`,
    summary,
    ability,
    idempotent: true,
    params: wire.meetingParams,
    response: minutesView,
  })

/** 纪要: drafted from what happened, objected to by those who were there, signed, published. */
export const minutes = {
  minutes: operation({
    id: 'deliberate.minutes',
    summary: '会议纪要',
    ability: 'enter',
    params: wire.meetingParams,
    response: minutesView,
  }),
  draftMinutes: operation({
    id: 'deliberate.draftMinutes',
    summary: '按会上发生的起草；再起草一次会盖掉没公示的改动',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    response: minutesView,
  }),
  editMinutes: operation({
    id: 'deliberate.editMinutes',
    summary: '改纪要',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ sections: wire.few(section, '段落', 100) }),
    response: minutesView,
  }),
  showMinutes: write('showMinutes', '给到会的人看，三天内可以提意见', 'moderate'),
  objectToMinutes: operation({
    id: 'deliberate.objectToMinutes',
    summary: '到会的人对纪要提意见',
    ability: 'enter',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ text: wire.words }),
    response: minutesView,
  }),
  answerMinutesObjection: operation({
    id: 'deliberate.answerMinutesObjection',
    summary: '答复意见：改了，或不改的原因',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams.extend({ objectionId: wire.id }),
    body: z.object({ isAccepted: z.boolean(), answer: wire.words }),
    response: minutesView,
  }),
  signMinutes: write('signMinutes', '主持人、记录人、代表在纪要上签字', 'enter'),
  publishMinutes: write('publishMinutes', '公布纪要', 'moderate'),
  minutesFile: operation({
    id: 'deliberate.minutesFile',
    summary: '纪要（DOCX，可打印）',
    ability: 'enter',
    params: wire.meetingParams,
    response: wire.file,
  }),
}
