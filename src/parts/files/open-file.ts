import Taro from '@tarojs/taro'
import { ApiProblem, offline } from '@/api/problem'

export interface RemoteFile {
  url: string
  header: Record<string, string>
  /** As it is called where it is kept; its ending says what it is. */
  name: string
}

/** What WeChat itself can show; anything else is handed to a chat. */
const SHOWN = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const
const endingOf = (name: string) => name.slice(name.lastIndexOf('.') + 1)

/**
 * Fetches a file and opens it where it can be read, kept or passed on. The web build's is open-file.h5.ts.
 * @throws ApiProblem when it cannot be had
 */
export async function openFile({ url, header, name }: RemoteFile): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const answer = await Taro.downloadFile({ url, header, filePath }).catch((cause: unknown) => {
    throw offline(cause)
  })
  if (answer.statusCode !== 200) {
    throw new ApiProblem({
      code: 'not_found',
      status: answer.statusCode,
      detail: '这份文件现在拿不到，请稍后再试。',
    })
  }
  const fileType = SHOWN.find((each) => each === endingOf(name))
  if (fileType) await Taro.openDocument({ filePath, fileType, showMenu: true })
  else await Taro.shareFileMessage({ filePath, fileName: name })
}
