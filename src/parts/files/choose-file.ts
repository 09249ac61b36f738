import Taro from '@tarojs/taro'
import { toast } from '@/ui'

export interface ChosenFile {
  path: string
  name: string
  /** Bytes. */
  size: number
}

const gaveUp = (error: unknown): boolean => /cancel/i.test(JSON.stringify(error ?? ''))

/**
 * One file with one of these endings; null when the reader changed his mind. WeChat lets a mini-program see only files
 * that are in a chat: the page says so beside its button. The web build's is choose-file.h5.ts.
 */
export async function chooseFile(endings: readonly string[]): Promise<ChosenFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] })
    const [file] = tempFiles
    return file ? { path: file.path, name: file.name, size: file.size } : null
  } catch (error) {
    if (!gaveUp(error)) toast('没能打开聊天里的文件，请再试一次', 'late')
    return null
  }
}
