import { newKey } from '@/api/key'
import { Button, Card, Row, Small, Stack, TextInput } from '@/ui'
import type { OwnerLine } from './correction'

const MOST = 20
export const newOwner = (): OwnerLine => ({ key: newKey(), name: '', certificate: '', phone: '' })

interface OwnerLinesProps {
  owners: readonly OwnerLine[]
  onChange(owners: OwnerLine[]): void
}

/** Everybody who owns a unit together. Certificate and telephone are optional: with them one can claim his home by himself. */
export function OwnerLines({ owners, onChange }: OwnerLinesProps) {
  const change = (key: string, part: Partial<OwnerLine>) =>
    onChange(owners.map((owner) => (owner.key === key ? { ...owner, ...part } : owner)))
  return (
    <Stack>
      {owners.map(({ key, name, certificate, phone }, at) => (
        <Card key={key} tight>
          <Stack gap={2}>
            <Row between>
              <Small>{`第 ${at + 1} 位`}</Small>
              <Button
                id={`owner-remove-${at}`}
                kind="quiet"
                small
                label={`去掉第 ${at + 1} 位业主`}
                onPress={() => onChange(owners.filter((owner) => owner.key !== key))}
              >
                去掉
              </Button>
            </Row>
            <TextInput
              id={`owner-name-${at}`}
              label={`第 ${at + 1} 位的姓名`}
              placeholder="姓名"
              value={name}
              onChange={(value) => change(key, { name: value })}
            />
            <TextInput
              id={`owner-certificate-${at}`}
              label={`第 ${at + 1} 位的证件号码`}
              placeholder="证件号码（可不填）"
              value={certificate}
              onChange={(value) => change(key, { certificate: value })}
            />
            <TextInput
              id={`owner-phone-${at}`}
              label={`第 ${at + 1} 位的电话`}
              placeholder="电话（可不填）"
              type="tel"
              value={phone}
              onChange={(value) => change(key, { phone: value })}
            />
          </Stack>
        </Card>
      ))}
      {owners.length < MOST && (
        <Button id="owner-add" kind="plain" onPress={() => onChange([...owners, newOwner()])}>
          再加一位
        </Button>
      )}
    </Stack>
  )
}
