import { EMERGENCY_NUMBERS } from '@yishiting/domain/speak/emergency'
import { useCompound } from '@/api/people'
import { Notice } from '@/ui'

/** Danger is for the telephone, not for a form: known without any network. */
export function Danger() {
  const property = useCompound().data?.propertyPhone
  const phones = [...EMERGENCY_NUMBERS, ...(property ? [{ name: '物业', number: property }] : [])]
  return <Notice tone="danger" title="有危险先打电话" phones={phones} />
}
