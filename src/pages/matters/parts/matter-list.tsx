import { useMyPlace } from '@/api/people'
import { asProblem } from '@/api/problem'
import type { useMatters } from '@/api/speak'
import { go, PAGES } from '@/session/go'
import { MatterCard } from '@/speak/card/matter-card'
import { setFilter } from '@/speak/filter'
import { Button, EmptyState, ErrorState, Skeleton, Small } from '@/ui'

interface Props {
  query: ReturnType<typeof useMatters>
  isFiltered: boolean
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState
      title="没有这样的事"
      text="换个词，或少选一些条件。"
      action={{ text: '看全部', onPress: () => setFilter({}) }}
    />
  ) : (
    <EmptyState
      title="还没有人说事"
      text="您可以是第一个。说了就有编号，24 小时内有人接。"
      action={{ text: '说一件事', onPress: () => go(PAGES.newMatter()) }}
    />
  )
}

function Foot({ query }: { query: Props['query'] }) {
  if (query.isFetchNextPageError)
    return (
      <Button id="more" kind="plain" onPress={() => query.fetchNextPage()}>
        没能读出来，再试一次
      </Button>
    )
  if (query.hasNextPage)
    return (
      <Button id="more" kind="quiet" busy={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
        再看一些
      </Button>
    )
  return <Small center>到底了</Small>
}

/** Matters by latest stir, page after page. */
export function MatterList({ query, isFiltered }: Props) {
  const canSupport = useMyPlace()?.can.support ?? false
  const { data, error } = query
  if (!data && error) return <ErrorState text={asProblem(error).message} onRetry={query.refetch} />
  if (!data) return <Skeleton count={2} />
  const matters = data.pages.flatMap((page) => page.matters)
  if (matters.length === 0) return <Nothing isFiltered={isFiltered} />
  return (
    <>
      {matters.map((matter) => (
        <MatterCard key={matter.id} matter={matter} canSupport={canSupport} />
      ))}
      <Foot query={query} />
    </>
  )
}
