import Taro from '@tarojs/taro'
import { Button, toast } from '@/ui'

/** The address a neighbour can open in a browser. */
const linkOf = (id: string): string => `${window.location.origin}/matter?id=${id}`

async function copyLink(id: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: linkOf(id) })
    toast('链接复制好了，发给邻居就能打开', 'ok')
  } catch {
    toast(`没能复制，请自己抄：${linkOf(id)}`)
  }
}

/** In WeChat a share card to a friend or group; in a browser the page's link. */
export const ShareButton = ({ id }: { id: string }) =>
  process.env.TARO_ENV === 'weapp' ? (
    <Button id="share" kind="plain" small icon="share" label="转给邻居" openType="share">
      分享
    </Button>
  ) : (
    <Button id="share" kind="plain" small icon="share" label="复制这件事的链接" onPress={() => copyLink(id)}>
      分享
    </Button>
  )
