import { useRouter } from '@tarojs/taro'
import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import { useState } from 'react'
import { useNow } from '@/api/people'
import { useRate, useSettle } from '@/api/rate'
import { useMatter } from '@/api/speak'
import { go, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { EmptyState, PageFrame, toast } from '@/ui'
import { RateForm } from '../../parts/rate-form'
import { RatedPage } from '../../parts/rated-page'

/** 评事: one route of one matter, rated by those concerned. */
export default function Rate() {
  const { matter: id = '', route: routeId = '' } = useRouter().params
  const matter = useMatter(id)
  return (
    <Loaded title="评一评" query={matter}>
      {(data) => {
        const route = data.routeViews.find((each) => each.id === routeId)
        return route ? (
          <Rating matter={data} route={route} />
        ) : (
          <PageFrame title="评一评">
            <EmptyState
              title="这件事的去向变了"
              text="可能已经重新分类，请看它现在的样子。"
              action={{ text: '看这件事', onPress: () => go(PAGES.matter(id)) }}
            />
          </PageFrame>
        )
      }}
    </Loaded>
  )
}

function Rating({ matter, route }: { matter: MatterView; route: RouteView }) {
  const now = useNow()
  const rate = useRate()
  const settle = useSettle()
  const [skipped, setSkipped] = useState(false)
  const params = { matterId: matter.id, routeId: route.id }

  if (route.can.includes('rate') && !skipped) {
    return (
      <RateForm
        matter={matter}
        route={route}
        problem={rate.problem?.message ?? null}
        send={async (body) => {
          if (await rate.send({ params, body })) toast('收到了，谢谢您说实话', 'ok')
        }}
        onSkip={route.can.includes('settle') ? () => setSkipped(true) : undefined}
      />
    )
  }
  return (
    <RatedPage
      matter={matter}
      route={route}
      now={now}
      onSettle={async () => {
        const after = await settle.send({ params, ifMatch: matter.version })
        const outcome = after?.routeViews.find((each) => each.id === route.id)?.state
        if (outcome === 'closed') toast('办结了', 'ok')
        else if (outcome === 'redo') toast('没办好，返工，请另派查验人', 'late')
        else if (outcome === 'escalated') toast('两次没办好，报上一级', 'late')
      }}
    />
  )
}
