import type { PersonView } from '@yishiting/domain/contract/shared'
import { Button, call, Row, Small, View } from '@/ui'

const canRing = (phone: string | null): phone is string => phone !== null && /^[\d-]{5,}$/.test(phone)

/** Whom to call and where to go; only what this reader may know, and a number only when it can be rung. */
export function Contact({ reporter }: { reporter: PersonView }) {
  const who = [reporter.name ?? reporter.label, reporter.room].filter(Boolean).join(' · ')
  const phone = reporter.phone
  return (
    <Row between>
      <View>
        <Small>报事人</Small>
        <Small strong>{who}</Small>
        {phone && !canRing(phone) && <Small>{phone}</Small>}
      </View>
      {canRing(phone) && (
        <Button
          id="call-reporter"
          kind="plain"
          small
          icon="phone"
          label={`打电话给${reporter.name ?? '报事人'}，${phone}`}
          onPress={() => call(phone)}
        >
          打电话
        </Button>
      )}
    </Row>
  )
}
