import { Button, Flex } from 'antd'

interface List {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage(): unknown
}

/** The rest of a long list, when it is asked for. */
export function More({ of }: { of: List }) {
  if (!of.hasNextPage) return null
  return (
    <Flex justify="center" style={{ padding: 12 }}>
      <Button loading={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
        看更多
      </Button>
    </Flex>
  )
}
