import Taro from '@tarojs/taro'
import { toast } from '../overlay/overlay-store'

export interface ChosenPhoto {
  path: string
  /** Bytes. */
  size: number
  /** Media type, where the platform tells it. */
  type?: string
}

const gaveUp = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'errMsg' in error &&
  /cancel|abort/i.test(String(error.errMsg))

/** Lets the reader take or choose photos. Empty when they changed their mind or the phone said no. */
export async function choosePhotos(count: number): Promise<ChosenPhoto[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles.slice(0, count).map((file) => ({
      path: file.tempFilePath,
      size: file.size,
      type: file.originalFileObj?.type,
    }))
  } catch (error) {
    if (!gaveUp(error)) toast('没能打开相机或相册，请在手机设置里允许后再试', 'late')
    return []
  }
}
