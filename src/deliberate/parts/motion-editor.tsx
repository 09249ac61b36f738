import type { BodyOf } from '@yishiting/domain/contract'
import type { ItemView, MeetingView } from '@yishiting/domain/contract/deliberate'
import { requireWords } from '@yishiting/domain/matter/words'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { Button, Field, Picker, Row, Stack, TextArea } from '@/ui'

export interface MotionEditorProps {
  item: ItemView
  people: MeetingView['attendees']
  /** What the server said no to. */
  problem?: string
  onSave(body: BodyOf<'deliberate.setMotion'>): Promise<unknown>
  /** Left out while there is no motion yet to go back to. */
  onCancel?: () => void
}

/** One concrete motion, and who proposed it: without it there is nothing to vote on. */
export function MotionEditor({ item, people, problem, onSave, onCancel }: MotionEditorProps) {
  const [motion, setMotion] = useState(item.motion ?? '')
  const [proposerId, setProposerId] = useState<string | null>(null)
  const [error, setError] = useState('')
  const save = () => {
    const words = requireWords(
      motion,
      'motion_required',
      '请写一条具体的办法：谁、做什么、什么时候。',
      TEXT_MAX,
    )
    setError(words.ok ? '' : words.refusal.message)
    return words.ok ? onSave({ motion, proposerId: proposerId ?? undefined }) : undefined
  }
  return (
    <Stack gap={4}>
      <Field
        label="动议"
        hint="一条具体的办法：谁、做什么、什么时候、花多少"
        error={error || problem}
        value={motion}
        max={TEXT_MAX}
      >
        <TextArea
          id="motion"
          label="动议"
          placeholder="例如：在东侧车棚加装 20 个扫码充电口，5 月底前完成"
          value={motion}
          onChange={setMotion}
        />
      </Field>
      <Picker
        id="proposer"
        label="谁提的"
        placeholder={item.proposerLabel ?? '可不填'}
        options={people.map((person) => ({
          value: person.personId,
          label: person.name ? `${person.name} · ${person.label}` : person.label,
        }))}
        value={proposerId}
        onChange={setProposerId}
      />
      <Row>
        {onCancel && (
          <Button kind="plain" grow={1} onPress={onCancel}>
            不改了
          </Button>
        )}
        <Button id="motion-save" grow={2} onPress={save}>
          写好了
        </Button>
      </Row>
    </Stack>
  )
}
