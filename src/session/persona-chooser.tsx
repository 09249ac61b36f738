import { ROLES } from '@yishiting/domain/people/roles'
import { useEnterDemo, usePersonas } from '@/api/demo'
import { asProblem } from '@/api/problem'
import { Card, ErrorState, Notice, Row, Skeleton, Small, Stack, Tag, Title } from '@/ui'

/** Demo mode: whom to be. Elsewhere: how to come in. */
export function PersonaChooser({ onEntered }: { onEntered?: () => void }) {
  const { personas, state, error, refetch } = usePersonas()
  const enter = useEnterDemo()
  const come = async (id: string) => {
    if (await enter(id)) onEntered?.()
  }
  if (state === 'asking') return <Skeleton kind="list" count={4} />
  if (state === 'unreachable') return <ErrorState text={asProblem(error).message} onRetry={refetch} />
  if (state === 'not-demo')
    return (
      <Notice title="请从微信里进来">
        在微信里打开“议事厅”小程序，用您在小区登记的手机号进入。还没有登记的，请找支部或居委会。
      </Notice>
    )
  return (
    <Stack>
      {personas.map((persona) => (
        <Card
          key={persona.id}
          id={`persona-${persona.id}`}
          tight
          label={`以${persona.name}的身份进入，${persona.about}`}
          onPress={() => void come(persona.id)}
        >
          <Stack gap={1}>
            <Row between>
              <Title>{persona.name}</Title>
              <Row gap={1}>
                {persona.roles.map((role) => (
                  <Tag key={role}>{ROLES[role]}</Tag>
                ))}
              </Row>
            </Row>
            <Small>{persona.about}</Small>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
