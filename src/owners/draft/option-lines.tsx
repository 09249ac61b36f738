import { newKey } from '@/api/key'
import { Button, Row, Stack, TextInput, View } from '@/ui'
import type { DraftItem } from './draft'
import './option-lines.scss'

const MOST = 50

interface OptionLinesProps {
  id: string
  /** “方案”, “候选人” */
  what: string
  options: DraftItem['options']
  onChange(options: { id: string; title: string }[]): void
}

/** Options or candidates, one line each. */
export function OptionLines({ id, what, options, onChange }: OptionLinesProps) {
  const write = (optionId: string, title: string) =>
    onChange(options.map((option) => (option.id === optionId ? { ...option, title } : option)))
  return (
    <Stack gap={2}>
      {options.map((option, at) => (
        <Row key={option.id}>
          <View className="option-line">
            <TextInput
              id={`${id}-${at}`}
              label={`${what} ${at + 1}`}
              placeholder={`${what} ${at + 1}`}
              value={option.title}
              onChange={(title) => write(option.id, title)}
            />
          </View>
          <Button
            id={`${id}-remove-${at}`}
            kind="quiet"
            small
            label={`去掉${what} ${at + 1}`}
            onPress={() => onChange(options.filter((each) => each.id !== option.id))}
          >
            去掉
          </Button>
        </Row>
      ))}
      {options.length < MOST && (
        <Button
          id={`${id}-add`}
          kind="plain"
          small
          onPress={() => onChange([...options, { id: newKey(), title: '' }])}
        >
          {`再加一个${what}`}
        </Button>
      )}
    </Stack>
  )
}
