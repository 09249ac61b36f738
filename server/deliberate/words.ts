/** A step of a meeting by its kind, in the words that others read: “李书记 开始表决”. */
export const WORDS = {
  convene: '发出通知',
  change: '改了通知',
  cancel: '取消会议',
  open: '宣布开会',
  take_over: '接过主持',
  go_to: '换了一项',
  motion: '改了动议',
  open_poll: '开始表决',
  close_poll: '结束表决',
  name_tellers: '请了计票人',
  call_speaker: '请人发言',
  end_speech: '结束发言',
  settle_motion: '处理了提议',
  settle_statement: '整理了看法',
  conclude: '写了结果',
  close: '散会',
  ask_to_speak: '举手要发言',
  withdraw_speech: '不说了',
  propose: '提了一条提议',
  second: '附议',
} as const
/** Steps with an event on everybody's screen. */
export type StepKind = keyof typeof WORDS
