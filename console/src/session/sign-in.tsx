import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '@yishiting/domain/contract'
import { RESIDENT_ROLES, ROLES } from '@yishiting/domain/people/roles'
import { Alert, App, Button, Card, Flex, List, Skeleton, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../api/client'
import { ApiProblem, sentenceOf } from '../api/problem'
import { enterSession } from '../api/session'

type Persona = ResponseOf<'demo.personas'>['personas'][number]

const isStaff = ({ roles }: Persona): boolean => roles.some((role) => !RESIDENT_ROLES.includes(role))

async function enterAs(personaId: string): Promise<void> {
  const { token } = await call('demo.enter', { body: { personaId } })
  const [place] = (await call('people.me', { token })).compounds
  if (!place) throw new ApiProblem({ code: 'no_compound', status: 403, detail: '您还没有加入小区。' })
  enterSession({ token, compoundId: place.id })
}

/** Who works here. In demo mode one of the people with a duty; otherwise by the mini-program. */
export function SignIn() {
  const personas = useQuery({ queryKey: ['personas'], queryFn: () => call('demo.personas'), retry: false })
  const { message } = App.useApp()
  const [busy, setBusy] = useState<string | null>(null)
  const enter = async ({ id }: Persona) => {
    setBusy(id)
    await enterAs(id).catch((error: unknown) => message.error(sentenceOf(error)))
    setBusy(null)
  }
  const isDemo = !(personas.error instanceof ApiProblem && personas.error.status === 404)
  return (
    <Flex justify="center" style={{ minHeight: '100vh', padding: 48, background: '#faf7f2' }}>
      <div style={{ width: 640 }}>
        <Typography.Title level={2}>议事厅 · 工作台</Typography.Title>
        {!isDemo && (
          <Alert
            type="info"
            showIcon
            title="请用小程序进入"
            description="工作台要用小程序扫码登录，这一步还没有开通。"
          />
        )}
        {isDemo && personas.isError && (
          <Alert
            type="error"
            showIcon
            title={sentenceOf(personas.error)}
            action={<Button onClick={() => personas.refetch()}>再试一次</Button>}
          />
        )}
        {personas.isPending && <Skeleton active />}
        {personas.data && (
          <Card title="演示：以谁的身份进来？">
            <List
              dataSource={personas.data.personas.filter(isStaff)}
              rowKey="id"
              renderItem={(persona) => (
                <List.Item
                  actions={[
                    <Button
                      key="enter"
                      id={`enter-${persona.id}`}
                      loading={busy === persona.id}
                      onClick={() => enter(persona)}
                    >
                      进入
                    </Button>,
                  ]}
                >
                  <List.Item.Meta
                    title={`${persona.name} · ${persona.roles.map((role) => ROLES[role]).join('、')}`}
                    description={persona.about}
                  />
                </List.Item>
              )}
            />
          </Card>
        )}
      </div>
    </Flex>
  )
}
