import { Card, Image, Small, Stack, View } from '@/ui'
import './check-in-code.scss'

interface CheckInCodeProps {
  code: string
  /** The same as a picture to scan: a data: address. */
  picture: string | null
}

/** What people in the room scan or type in, big enough for the back row; it changes every minute. */
export const CheckInCode = ({ code, picture }: CheckInCodeProps) => (
  <Card>
    <Stack gap={1}>
      <Small center>会场签到：扫一扫，或输入四位数字（每分钟换一次）</Small>
      {picture && <Image className="check-in-code__picture" src={picture} mode="aspectFit" />}
      <View id="meeting-code" className="check-in-code">
        {code}
      </View>
    </Stack>
  </Card>
)
