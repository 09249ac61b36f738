import { useAnswerRequest, useCorrect, useRollRequests, useRollUnits } from '@/api/owners-desk'
import { leave, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { EmptyState, PageFrame, toast } from '@/ui'
import { CorrectForm } from './correct-form'
import { RequestForm } from './request-form'

const back = () => leave(PAGES.roll())

/** 更正: looks the unit up by its code first. */
export function Correcting({ code }: { code: string }) {
  const units = useRollUnits(code ? { code } : null)
  const correct = useCorrect()
  return (
    <Loaded title="更正名册" query={units}>
      {({ pages }) => {
        const unit = pages.flatMap((page) => page.units).find((each) => each.code === code)
        if (!unit) {
          return (
            <PageFrame title="更正名册">
              <EmptyState
                title={`名册里没有 ${code}`}
                text="房号可能写法不同，回名册里找一找；少了一户，要重新导入。"
                action={{ text: '回名册', onPress: back }}
              />
            </PageFrame>
          )
        }
        return (
          <CorrectForm
            unit={unit}
            problem={correct.problem?.message ?? null}
            send={async (body) => {
              if (!(await correct.send({ body }))) return
              toast('更正好了', 'ok')
              back()
            }}
          />
        )
      }}
    </Loaded>
  )
}

/** 答复: the request as the list has it. */
export function Answering({ requestId }: { requestId: string }) {
  const requests = useRollRequests()
  const answer = useAnswerRequest()
  return (
    <Loaded title="答复业主" query={requests}>
      {({ pages }) => {
        const request = pages.flatMap((page) => page.requests).find((each) => each.id === requestId)
        if (!request) {
          return (
            <PageFrame title="答复业主">
              <EmptyState title="已经答复过了" action={{ text: '回名册', onPress: back }} />
            </PageFrame>
          )
        }
        return (
          <RequestForm
            request={request}
            problem={answer.problem?.message ?? null}
            send={async (body) => {
              if (!(await answer.send({ params: { requestId }, body }))) return
              toast('答复了，业主会收到消息', 'ok')
              back()
            }}
          />
        )
      }}
    </Loaded>
  )
}
