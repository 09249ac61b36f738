import { EMERGENCY_NUMBERS } from '@yishiting/domain/speak/emergency'
import { useCompound } from '@/api/people'
import { call, Notice, Press, View } from '@/ui'
import './danger.scss'

const Phone = ({ name, number }: { name: string; number: string }) => (
  <Press
    id={`call-${number}`}
    className="danger__phone"
    label={`打电话：${name} ${number}`}
    onPress={() => call(number)}
  >
    <View>{name}</View>
    <View className="danger__number">{number}</View>
  </Press>
)

/** Danger is for the telephone, not for a form: three numbers in one row, known without any network. */
export function Danger() {
  const property = useCompound().data?.propertyPhone
  return (
    <Notice tone="danger" title="有危险先打电话">
      <View className="danger">
        {EMERGENCY_NUMBERS.map(({ name, number }) => (
          <Phone key={number} name={name} number={number} />
        ))}
      </View>
      {property && (
        <View className="danger">
          <Phone name="物业 24 小时" number={property} />
        </View>
      )}
    </Notice>
  )
}
