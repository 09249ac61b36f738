import Taro from '@tarojs/taro'
import { chooseCompound, dropSession, enterSession, knowPerson } from '@/api/session-store'
import { bodyOf, EMPTY, notYet } from '@/speak/draft/draft'
import { onSentDraft, sendDraft } from '@/speak/draft/send-draft'
import { changeDraft, changePhoto, forgetDraft, readDraft } from '@/speak/draft/store'
import { answerWith, asked, problem } from '../api/answers'
import { resetTaro } from '../support/taro'

const COMPOUND = '11111111-1111-4111-8111-111111111111'
const PHOTO = '33333333-3333-4333-8333-333333333333'
const SENT = { id: 'm', receipt: 'SX-2026-000123', matter: { id: 'm' } }
const upload = Taro.uploadFile as unknown as jest.Mock

const comeIn = (personId: string | null) => {
  dropSession()
  enterSession(`token-${personId}`)
  chooseCompound(COMPOUND)
  if (personId) knowPerson(personId)
}
/** The app is closed and opened again: only the storage is left. */
const restart = () => forgetDraft()

beforeEach(() => {
  resetTaro()
  comeIn('zhang')
  forgetDraft()
  answerWith()
  upload.mockReset()
})

describe('nothing written is lost', () => {
  test('every change outlives the app, each person has his own', () => {
    changeDraft({ text: '楼道灯坏了，𠮷老太差点摔倒' })
    changeDraft({ detail: '2 单元' })
    restart()
    expect(readDraft()).toMatchObject({ text: '楼道灯坏了，𠮷老太差点摔倒', detail: '2 单元' })
    comeIn('wang')
    expect(readDraft()).toEqual(EMPTY)
    comeIn('zhang')
    expect(readDraft().detail).toBe('2 单元')
  })

  test('what was begun before the first answer told who it is comes along', () => {
    comeIn(null)
    changeDraft({ text: '没网的时候写的' })
    knowPerson('chen')
    expect(readDraft().text).toBe('没网的时候写的')
  })

  test('a photo on its way when the app closed can be tried again', () => {
    changeDraft({ text: '灯', photos: [{ key: 'k', src: 'tmp/1.jpg', id: null, error: null }] })
    expect(notYet(readDraft())).toContain('照片还在传')
    restart()
    expect(readDraft().photos[0]?.error).toContain('没传完')
    expect(notYet(readDraft())).toBeNull()
  })

  test('a full storage does not lose the words on the screen', () => {
    jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => {
      throw new Error('exceed storage max size')
    })
    changeDraft({ text: '灯坏了' })
    expect(readDraft().text).toBe('灯坏了')
  })
})

describe('sending', () => {
  test('a good answer gives the number, tells the page, and empties the draft', async () => {
    changeDraft({ text: '灯坏了' })
    answerWith([201, SENT])
    const heard = jest.fn()
    const stop = onSentDraft(heard)
    expect(await sendDraft()).toEqual({ ok: true, id: 'm', receipt: 'SX-2026-000123' })
    stop()
    expect(heard).toHaveBeenCalledTimes(1)
    restart()
    expect(readDraft()).toEqual(EMPTY)
  })

  test('without a network it waits, and the next try, even after a restart, carries the same key', async () => {
    changeDraft({ text: '灯坏了' })
    answerWith(new Error('request:fail timeout'), [201, SENT])
    const failed = await sendDraft()
    expect(failed).toMatchObject({ ok: false, problem: { code: 'offline' } })
    expect(readDraft()).toMatchObject({ text: '灯坏了', isWaiting: true })
    restart()
    expect(readDraft().isWaiting).toBe(true)
    expect((await sendDraft()).ok).toBe(true)
    const keys = asked().map(({ header }) => header['idempotency-key'])
    expect(keys[0]).toBe(keys[1])
  })

  test('other words are another thing said: a new key, and no longer sent by themselves', async () => {
    changeDraft({ text: '灯坏了' })
    answerWith(new Error('request:fail'), [201, SENT])
    await sendDraft()
    changeDraft({ text: '灯坏了两盏' })
    expect(readDraft().isWaiting).toBe(false)
    await sendDraft()
    const keys = asked().map(({ header }) => header['idempotency-key'])
    expect(keys[0]).not.toBe(keys[1])
  })

  test('a refusal stays a draft and is not tried again by itself', async () => {
    changeDraft({ text: '灯坏了' })
    answerWith(problem(422, 'text_too_long', '写得太长了。'))
    expect(await sendDraft()).toMatchObject({ ok: false, problem: { message: '写得太长了。' } })
    expect(readDraft()).toMatchObject({ text: '灯坏了', isWaiting: false })
  })

  test('asked for twice at once, it goes out once', async () => {
    changeDraft({ text: '灯坏了' })
    answerWith([201, SENT])
    const [one, other] = await Promise.all([sendDraft(), sendDraft()])
    expect(one).toBe(other)
    expect(asked()).toHaveLength(1)
  })

  test('photos that failed are sent first, then the words with their ids', async () => {
    changeDraft({ text: '灯坏了', photos: [{ key: 'k', src: 'tmp/1.jpg', id: null, error: '没传上' }] })
    upload.mockResolvedValueOnce({
      statusCode: 201,
      data: JSON.stringify({ id: PHOTO, url: '/u', thumbUrl: '/t', width: 1, height: 1 }),
    })
    answerWith([201, SENT])
    expect((await sendDraft()).ok).toBe(true)
    expect(JSON.parse(asked()[0]?.data ?? '')).toMatchObject({ photoIds: [PHOTO] })
  })

  test('a photo that is no photo stops it with its sentence; the words stay', async () => {
    changeDraft({ text: '灯坏了', photos: [{ key: 'k', src: 'tmp/1.jpg', id: null, error: '没传上' }] })
    upload.mockResolvedValueOnce({
      statusCode: 422,
      data: JSON.stringify(problem(422, 'photo_unreadable', '这个文件不是照片。')[1]),
    })
    expect(await sendDraft()).toMatchObject({ ok: false, problem: { message: '这个文件不是照片。' } })
    expect(readDraft()).toMatchObject({ isWaiting: false, photos: [{ error: '这个文件不是照片。' }] })
    expect(asked()).toHaveLength(0)
  })
})

test('on behalf of somebody: by choice from the residents, or by name alone', () => {
  const onBehalf = { capacity: 'helper', channel: 'door', reporter: null, reporterName: ' 吴老太 ' } as const
  expect(bodyOf({ ...EMPTY, text: '漏水', onBehalf }).onBehalf).toEqual({
    capacity: 'helper',
    channel: 'door',
    reporterId: null,
    reporterName: '吴老太',
  })
  expect(notYet({ ...EMPTY, text: '漏水', onBehalf: { ...onBehalf, reporterName: ' ' } })).toContain('替谁')
  const reporter = { id: 'r', name: '吴桂兰', room: '6 号楼 101' }
  expect(bodyOf({ ...EMPTY, text: '漏水', onBehalf: { ...onBehalf, reporter } }).onBehalf).toMatchObject({
    reporterId: 'r',
    reporterName: '',
  })
})

test('a photo that was taken off meanwhile is not brought back by its upload', () => {
  changeDraft({ text: '灯', photos: [] })
  changePhoto('gone', { id: PHOTO })
  expect(readDraft().photos).toEqual([])
})
