import { personaId, SEATED_MEMBERS } from '../../../server/demo/compound'
import { itemId, meetingId } from '../../../server/demo/story/names'
import { Api } from '../support/api'
import { type Shot, type Studio, takeBoth } from './shot'

const id = meetingId('coming')
const item = itemId('coming', 'M39')
const page = `/meeting?id=${id}`
const desk = `/moderate?id=${id}`
const form = (act: string) => `${desk}&do=${act}&item=${item}`

/** The hall's television has no 长辈版. */
const television = (name: string): Shot => ({
  name,
  who: 'secretary',
  path: `/screen?id=${id}`,
  size: { width: 1280, height: 720 },
  hasNoCare: true,
})

const opened: Shot[] = [
  television('screen-open'),
  { name: 'live-check-in', who: 'zhang', path: page },
  { name: 'live-moderate', who: 'secretary', path: desk },
  { name: 'live-people', who: 'secretary', path: `${desk}&do=people` },
  { name: 'live-people-helper', who: 'helper', path: `${desk}&do=people` },
]

const seated: Shot[] = [
  { name: 'live-waiting', who: 'zhang', path: page },
  { name: 'live-ready', who: 'secretary', path: desk },
  { name: 'live-motion', who: 'secretary', path: form('motion') },
]

const polled: Shot[] = [
  { name: 'live-ballot', who: 'zhang', path: page },
  {
    name: 'live-ballot-sure',
    who: 'zhang',
    path: page,
    act: async (phone) => {
      await phone.tap('choice-agree')
      await phone.tap('vote-submit')
    },
    isOverlay: true,
  },
  { name: 'live-polling', who: 'secretary', path: desk },
  television('screen-polling'),
]

const speaking: Shot[] = [
  { name: 'live-speaking', who: 'li', path: page },
  { name: 'live-queue', who: 'secretary', path: desk },
  { name: 'live-ask', who: 'secretary', path: form('ask') },
  { name: 'live-tellers', who: 'secretary', path: form('tellers') },
  television('screen-speaking'),
]

const counted: Shot[] = [
  television('screen-counted'),
  { name: 'live-result', who: 'zhang', path: page },
  { name: 'live-counted', who: 'secretary', path: desk },
  { name: 'live-resolve', who: 'secretary', path: form('resolve') },
  {
    name: 'live-leads',
    who: 'secretary',
    path: form('resolve'),
    act: (phone) => phone.tap('resolve-lead'),
    isOverlay: true,
  },
  { name: 'live-decline', who: 'secretary', path: form('decline') },
  { name: 'live-refer', who: 'secretary', path: form('refer') },
]

/** The meeting that the demo looks forward to, as it is held: each screen in the state in which it appears. */
export async function takeLive(studio: Studio): Promise<void> {
  const { url } = studio
  const api = (persona: Parameters<typeof Api.as>[1]) => Api.as(url, persona)
  const [secretary, helper, zhang, li, chen] = await Promise.all([
    api('secretary'),
    api('helper'),
    api('zhang'),
    api('li'),
    api('chen'),
  ])
  const meeting = { params: { meetingId: id } }
  const about = { params: { meetingId: id, itemId: item } }

  const { startsAt } = await secretary.ok('deliberate.read', meeting)
  const { now } = await secretary.ok('demo.clock')
  await secretary.ok('demo.moveClock', {
    body: { forwardMs: Date.parse(startsAt) - Date.parse(now) + 60_000 },
  })
  await secretary.ok('deliberate.open', meeting)
  await takeBoth(studio, opened)

  const others = SEATED_MEMBERS.filter((member) => member.id !== personaId('zhang')).slice(0, 14)
  for (const { id: personId } of others) {
    await helper.ok('deliberate.checkInOther', { ...meeting, body: { personId, byHand: false } })
  }
  for (const who of [zhang, li, chen]) await who.ok('deliberate.checkIn', { ...meeting, body: { code: '' } })
  await takeBoth(studio, seated)

  for (const who of [li, chen, zhang])
    await who.ok('deliberate.askToSpeak', { ...meeting, body: { itemId: item } })
  await secretary.ok('deliberate.callSpeaker', meeting)
  const proposed = await chen.ok('deliberate.propose', {
    ...about,
    body: { kind: 'amendment', text: '充电位充满一小时内挪车；夜里十点到早上六点不算。' },
  })
  const motionId = proposed.items[0]?.motions[0]?.id
  await li.ok('deliberate.second', { params: { meetingId: id, motionId } })
  await takeBoth(studio, speaking)

  const asked = await secretary.ok('deliberate.openPoll', about)
  const pollId = asked.items[0]?.polls[0]?.id ?? ''
  const vote = (choice: 'agree' | 'abstain') => ({
    params: { meetingId: id, pollId },
    body: { marks: { choice } },
  })
  await takeBoth(studio, polled)

  await zhang.ok('deliberate.vote', vote('agree'))
  await li.ok('deliberate.vote', vote('agree'))
  await chen.ok('deliberate.vote', vote('abstain'))
  await takeBoth(studio, [{ name: 'live-voted', who: 'zhang', path: page }])

  await secretary.ok('deliberate.closePoll', { params: { meetingId: id, pollId } })
  await takeBoth(studio, counted)
}
