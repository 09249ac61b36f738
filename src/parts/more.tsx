import { Button, Small } from '@/ui'

interface Paged {
  hasNextPage: boolean
  fetchNextPage(): Promise<unknown>
}

/** The foot of a list: more of it by a tap, or that this is all. */
export const More = ({ query, end }: { query: Paged; end?: string }) =>
  query.hasNextPage ? (
    <Button kind="quiet" onPress={() => query.fetchNextPage()}>
      再看一些
    </Button>
  ) : (
    <Small center>{end}</Small>
  )
