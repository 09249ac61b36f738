import type { ReactNode } from 'react'
import { Button, Card, Notice, OfflineBar, PageFrame, Small, Stack, Title } from '@/ui'

export interface FormFrameProps {
  title: string
  /** What it is about: the matter's title and a line below it. */
  about: { title: string; text?: string }
  /** The one main button. */
  main: { id: string; text: string; danger?: boolean; onPress(): unknown }
  /** What the server said no to, where no field is to blame. */
  problem?: string | null
  children?: ReactNode
}

/** A page that asks for one thing about one matter, with its one button at the thumb. */
export const FormFrame = ({ title, about, main, problem, children }: FormFrameProps) => (
  <PageFrame
    title={title}
    banner={<OfflineBar />}
    actions={
      <Stack gap={2}>
        {problem && <Notice tone="warn">{problem}</Notice>}
        <Button id={main.id} kind={main.danger ? 'danger' : 'primary'} onPress={main.onPress}>
          {main.text}
        </Button>
      </Stack>
    }
  >
    <Card tight>
      <Stack gap={0}>
        <Title>{about.title}</Title>
        {about.text && <Small>{about.text}</Small>}
      </Stack>
    </Card>
    {children}
  </PageFrame>
)
