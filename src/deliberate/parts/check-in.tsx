import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button, Card, Field, Small, Stack, TextInput, Title } from '@/ui'

const CODE = /^\d{4}$/

export interface CheckInProps {
  online: boolean
  /** The code that came with a link or a scanned picture; empty otherwise. */
  scanned?: string
  /** What the server said no to: a wrong code. */
  problem: string | null
  onCheckIn(code: string): Promise<unknown>
}

/** 签到: the four figures read out in the room; without them for who takes part by phone, where that is allowed. */
export function CheckIn({ online, scanned = '', problem, onCheckIn }: CheckInProps) {
  const [code, setCode] = useState(scanned)
  const [error, setError] = useState('')
  const submit = () => {
    const given = code.trim()
    setError(CODE.test(given) ? '' : '请填会场念的四位数字。')
    return CODE.test(given) ? onCheckIn(given) : undefined
  }
  /** The picture on the moderator's screen carries the same four figures. */
  const scan = async () => {
    try {
      const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
      const found = /[?&]code=(\d{4})\b/.exec(result)?.[1]
      if (found) return await onCheckIn(found)
      setError('这不是会场的签到码，请扫主持人屏幕上的。')
    } catch {
      // Closed the camera: nothing to say.
    }
  }
  return (
    <Card>
      <Stack gap={4}>
        <Title>先签到，再投票</Title>
        <Field label="会场签到码" hint="主持人念的四位数字" error={error || problem || undefined}>
          <TextInput
            id="checkin-code"
            type="number"
            label="会场签到码"
            placeholder="四位数字"
            value={code}
            onChange={setCode}
            onDone={submit}
          />
        </Field>
        <Button id="checkin" onPress={submit}>
          签到
        </Button>
        {process.env.TARO_ENV === 'weapp' && (
          <Button id="checkin-scan" kind="plain" onPress={scan}>
            扫会场的二维码
          </Button>
        )}
        {online && (
          <Stack gap={1}>
            <Button id="checkin-online" kind="plain" onPress={() => onCheckIn('')}>
              我在手机上参加
            </Button>
            <Small center>这次会可以在手机上参加，不用签到码</Small>
          </Stack>
        )}
      </Stack>
    </Card>
  )
}
