import { useEffect, useState } from 'react'
import { useCompound } from '@/api/people'
import { type Filter, filterWords, QUICK, type Quick, setFilter } from '@/speak/filter'
import { Button, Chips, Row, Small, Stack, TextInput, useCare, View } from '@/ui'
import { FilterSheet } from './filter-sheet'
import './filter-bar.scss'

const TYPING_PAUSE_MS = 400

const quickOf = (filter: Filter): Quick[] =>
  QUICK.map(({ value }) => value).filter((value) => filter[value] === 'true')

const on = (chosen: readonly Quick[], value: Quick) => (chosen.includes(value) ? 'true' : undefined)

/** Search as one types, after a pause; an empty field finds everything again. */
function Search({ filter }: { filter: Filter }) {
  const [words, setWords] = useState(filter.q ?? '')
  const asked = filter.q ?? ''
  useEffect(() => {
    if (words.trim() === asked) return
    const timer = setTimeout(() => setFilter({ ...filter, q: words.trim() }), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words, asked, filter])
  return (
    <TextInput
      id="search"
      label="搜事项"
      placeholder="搜：电梯、车棚、编号"
      value={words}
      onChange={setWords}
    />
  )
}

/** Search, three quick filters, and the sheet with all others. Care mode keeps the search alone. */
export function FilterBar({ filter }: { filter: Filter }) {
  const [isOpen, setOpen] = useState(false)
  const { care } = useCare()
  const buildings = useCompound().data?.buildings ?? []
  const words = filterWords(filter, buildings)
  const quick = quickOf(filter)
  return (
    <Stack gap={2}>
      <View className="filter-bar">
        <View className="filter-bar__search">
          <Search key={filter.q === undefined ? 'none' : 'some'} filter={filter} />
        </View>
        {!care && (
          <Button
            id="filter-open"
            kind="plain"
            label={words.length > 0 ? `筛选，正在只看${words.join('、')}` : '筛选'}
            onPress={() => setOpen(true)}
          >
            {words.length > 0 ? `筛选 ${words.length}` : '筛选'}
          </Button>
        )}
      </View>
      {!care && (
        <Chips
          id="only"
          label="只看"
          multi
          options={QUICK}
          value={quick}
          onChange={(chosen) =>
            setFilter({
              ...filter,
              mine: on(chosen, 'mine'),
              followed: on(chosen, 'followed'),
              overdue: on(chosen, 'overdue'),
            })
          }
        />
      )}
      {words.length > 0 && (
        <Row between>
          <Small>{`只看：${words.join('、')}`}</Small>
          <Button id="filter-reset" kind="quiet" small onPress={() => setFilter({})}>
            看全部
          </Button>
        </Row>
      )}
      <FilterSheet open={isOpen} filter={filter} onClose={() => setOpen(false)} />
    </Stack>
  )
}
