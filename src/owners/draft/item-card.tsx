import { PASSES_WHEN } from '@yishiting/domain/owners/rules-in-words'
import { newKey } from '@/api/key'
import { Button, Card, Field, Picker, Row, Small, Stack, Switch, TextArea, TextInput, Title } from '@/ui'
import type { DraftItem } from './draft'
import { NumberField } from './number-field'
import { OptionLines } from './option-lines'
import type { StepErrors } from './steps'
import { kindOf, severalOf, TOPIC_OPTIONS, type Topic } from './topics'

const TITLE_MAX = 100
const BODY_MAX = 20_000
const SEVERAL = {
  options: { what: '方案', label: '有几个方案让大家选', sub: '不打开，就是同意、不同意、弃权' },
  election: { what: '候选人', label: '从候选人里选', sub: '换届、补选；不打开，就是同意、不同意、弃权' },
}

interface ItemCardProps {
  item: DraftItem
  /** From 1. */
  at: number
  errors: StepErrors
  onChange(part: Partial<DraftItem>): void
  onRemove?: () => void
}

/** One thing to decide: in a line, in full, and what kind of matter it is, from which its majority follows. */
export function ItemCard({ item, at, errors, onChange, onRemove }: ItemCardProps) {
  const { topic } = item
  const errorOf = (part: string) => errors[`items.${at - 1}.${part}`]
  const several = topic === null ? null : severalOf(topic)
  const words = topic === null ? undefined : PASSES_WHEN[kindOf(topic, item.several)]
  const two = () => [
    { id: newKey(), title: '' },
    { id: newKey(), title: '' },
  ]
  return (
    <Card>
      <Stack>
        <Row between>
          <Title>{`第 ${at} 项`}</Title>
          {onRemove && (
            <Button id={`item-remove-${at}`} kind="quiet" small label={`去掉第 ${at} 项`} onPress={onRemove}>
              去掉
            </Button>
          )}
        </Row>
        <Field label="表决什么？" error={errorOf('title')} value={item.title} max={TITLE_MAX}>
          <TextInput
            id={`item-title-${at}`}
            label={`第 ${at} 项表决什么？`}
            placeholder="例如：是否同意 3 号楼 2 单元加装电梯"
            value={item.title}
            onChange={(title) => onChange({ title })}
          />
        </Field>
        <Field label="这是哪一类事？" error={errorOf('lawItem') ?? errorOf('kind')}>
          <Picker
            id={`item-topic-${at}`}
            label="类别"
            options={TOPIC_OPTIONS}
            value={topic === null ? null : String(topic)}
            onChange={(value) => onChange({ topic: Number(value) as Topic })}
          />
        </Field>
        {words && <Small>{words}</Small>}
        {several && (
          <Switch
            id={`item-several-${at}`}
            label={SEVERAL[several].label}
            sub={SEVERAL[several].sub}
            checked={item.several}
            onChange={(on) =>
              onChange({ several: on, options: on && item.options.length === 0 ? two() : item.options })
            }
          />
        )}
        {several && item.several && (
          <>
            <Field label={SEVERAL[several].what} error={errorOf('options')}>
              <OptionLines
                id={`item-option-${at}`}
                what={SEVERAL[several].what}
                options={item.options}
                onChange={(options) => onChange({ options })}
              />
            </Field>
            <NumberField
              id={`item-seats-${at}`}
              label="最多定几个？"
              hint={several === 'election' ? '每张票最多也选这么多' : undefined}
              error={errorOf('seats')}
              value={item.seats}
              onChange={(seats) => onChange({ seats })}
            />
          </>
        )}
        <Field
          label="全文"
          hint="方案、合同、预算照原文贴上；公告以后不能改"
          error={errorOf('body')}
          value={item.body}
          max={BODY_MAX}
        >
          <TextArea
            id={`item-body-${at}`}
            label={`第 ${at} 项的全文`}
            rows={4}
            value={item.body}
            onChange={(body) => onChange({ body })}
          />
        </Field>
      </Stack>
    </Card>
  )
}
