import { Card, Small, Stack, View } from '@/ui'
import './check-in-code.scss'

/** The four figures that people in the room type in, big enough for the back row. */
export const CheckInCode = ({ code }: { code: string }) => (
  <Card>
    <Stack gap={1}>
      <Small center>会场签到码，念给大家听</Small>
      <View id="meeting-code" className="check-in-code">
        {code}
      </View>
    </Stack>
  </Card>
)
