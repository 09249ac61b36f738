import { Duty } from '../../duty'
import { Wizard } from '../../import/wizard'

/** 导入名册 */
export default function ImportPage() {
  return (
    <Duty title="导入名册" needs={(can) => can.keepRoll} whose="名册由业委会来管">
      {() => <Wizard />}
    </Duty>
  )
}
