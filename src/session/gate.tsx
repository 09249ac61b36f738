import type { ReactNode } from 'react'
import { usePersonas } from '@/api/demo'
import { useSession } from '@/api/session-store'
import { go, PAGES } from '@/parts/go'
import { Button, Small, Stack, Title } from '@/ui'
import { PersonaChooser } from './persona-chooser'

function Outside() {
  const { state } = usePersonas()
  return (
    <Stack gap={4}>
      <Stack gap={1}>
        <Title big>小区的事，大家来议</Title>
        <Small>
          {state === 'demo'
            ? '这里是演示小区“幸福里”，里面的人和事都是编的。选一位，看看他眼里的议事厅。'
            : '说事、理事、议事、干事、评事，件件有着落。'}
        </Small>
      </Stack>
      <PersonaChooser />
      <Button id="calculate" kind="quiet" onPress={() => go(PAGES.calculate())}>
        不用登录也能：算一算表决公告的数
      </Button>
    </Stack>
  )
}

/** What is behind it needs somebody to be signed in; else the way in is shown in its place, and then the page goes on. */
export function Gate({ children }: { children: ReactNode }) {
  const { token } = useSession()
  return token === null ? <Outside /> : children
}
