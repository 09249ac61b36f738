import { act, fireEvent, render, screen } from '@testing-library/react'
import { PhotoPicker, type PickedPhoto } from '@/ui'
import { readOverlay } from '@/ui/overlay/overlay-store'
import Taro, { resetTaro } from '../support/taro'

const photo = (key: string, state: PickedPhoto['state'], more: Partial<PickedPhoto> = {}): PickedPhoto => ({
  key,
  src: `${key}.jpg`,
  state,
  ...more,
})

const setUp = (photos: PickedPhoto[]) => {
  const calls = { onAdd: jest.fn(), onRetry: jest.fn(), onRemove: jest.fn() }
  render(<PhotoPicker photos={photos} {...calls} />)
  return calls
}

beforeEach(resetTaro)

test('asks for no more than may be added, and hands over what was chosen', async () => {
  Taro.chooseMedia.mockResolvedValueOnce({ tempFiles: [{ tempFilePath: 'a.jpg', size: 12 }] })
  const { onAdd } = setUp(Array.from({ length: 7 }, (_, at) => photo(String(at), 'done')))
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '加照片，还能加 2 张' })))
  expect(Taro.chooseMedia).toHaveBeenCalledWith(expect.objectContaining({ count: 2 }))
  expect(onAdd).toHaveBeenCalledWith([{ path: 'a.jpg', size: 12, type: undefined }])
})

test('nine is enough', () => {
  setUp(Array.from({ length: 9 }, (_, at) => photo(String(at), 'done')))
  expect(screen.queryByRole('button', { name: /加照片/ })).toBeNull()
})

test('shows how far each has got, and what went wrong with a way on', () => {
  const { onRetry, onRemove } = setUp([
    photo('a', 'sending', { progress: 61.7 }),
    photo('b', 'failed', { error: '这张照片超过 10 MB' }),
  ])
  expect(screen.getByRole('progressbar', { name: '第 1 张照片，已传 62%' })).toBeTruthy()
  expect(screen.getByText('这张照片超过 10 MB')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /重试/ }))
  expect(onRetry).toHaveBeenCalledWith('b')
  fireEvent.click(screen.getByRole('button', { name: '去掉第 1 张照片' }))
  expect(onRemove).toHaveBeenCalledWith('a')
})

test('changing one’s mind is silent; a refusal by the phone is said', async () => {
  setUp([])
  const add = () => act(async () => fireEvent.click(screen.getByRole('button', { name: /加照片/ })))
  Taro.chooseMedia.mockRejectedValueOnce({ errMsg: 'chooseMedia:fail cancel' })
  await add()
  expect(readOverlay().saying).toBeNull()
  Taro.chooseMedia.mockRejectedValueOnce({ errMsg: 'chooseMedia:fail auth deny' })
  await add()
  expect(readOverlay().saying?.text).toContain('没能打开相机或相册')
})
