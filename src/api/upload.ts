import Taro from '@tarojs/taro'
import type { ImportView } from '@yishiting/domain/contract/owners'
import type { PhotoView } from '@yishiting/domain/contract/shared'
import { acceptedOr, addressOf, whoAsks } from './client'
import { ApiProblem, offline } from './problem'
import { parsed } from './send'
import { readSession } from './session-store'

// 10 MB on a slow phone in a basement takes its time.
const TIMEOUT_MS = 90_000

/** A temporary file does not outlive the app: to wait for a network would be to wait for ever. */
const isGone = (cause: unknown): boolean => {
  const words = typeof cause === 'object' && cause !== null && 'errMsg' in cause ? String(cause.errMsg) : ''
  return /no such|not (found|exist)|ENOENT|blob/i.test(words)
}

const photoGone = (): ApiProblem =>
  new ApiProblem({ code: 'photo_gone', status: 0, detail: '这张照片在手机里找不到了，请去掉它，再选一次。' })
const fileGone = (): ApiProblem =>
  new ApiProblem({ code: 'file_gone', status: 0, detail: '这个文件找不到了，请再选一次。' })

interface Upload {
  path: string
  /** What the file is called, where its path does not say it (a browser's blob). */
  fileName?: string
  onProgress(percent: number): void
}

async function upload(
  id: 'speak.uploadPhoto' | 'owners.uploadRoll',
  { path, fileName, onProgress }: Upload,
  gone: () => ApiProblem,
): Promise<unknown> {
  const { token } = readSession()
  const url = await addressOf(id, {})
  const task = Taro.uploadFile({
    url,
    filePath: path,
    name: 'file',
    fileName,
    header: whoAsks(id),
    timeout: TIMEOUT_MS,
  })
  task.progress?.(({ progress }) => onProgress(progress))
  const answer = await task.catch((cause: unknown) => {
    throw isGone(cause) ? gone() : offline(cause)
  })
  return acceptedOr({ status: answer.statusCode, body: parsed(answer.data) }, token)
}

/**
 * Sends one photo from the phone.
 * @param path a local file, as choosing a photo gave it
 * @param onProgress 0…100
 * @throws ApiProblem with the sentence to show under the photo
 */
export async function uploadPhoto(path: string, onProgress: (percent: number) => void): Promise<PhotoView> {
  return (await upload('speak.uploadPhoto', { path, onProgress }, photoGone)) as PhotoView
}

/**
 * Sends a file with the roll of owners.
 * @throws ApiProblem with the sentence to show
 */
export async function uploadRoll(file: Upload): Promise<ImportView> {
  return (await upload('owners.uploadRoll', file, fileGone)) as ImportView
}
