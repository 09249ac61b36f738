import type { MeView } from '@yishiting/domain/contract/people'
import { ROLES } from '@yishiting/domain/people/roles'
import type { MyPlace } from '@/api/people'
import { Card, Row, Small, Stack, Tag, Title } from '@/ui'

/** Who I am, and what of it neighbours see. */
export const MeCard = ({ me, place }: { me: MeView; place: MyPlace | undefined }) => (
  <Card>
    <Stack gap={2}>
      <Title big>{me.name}</Title>
      {place && (
        <>
          <Row wrap>
            {place.roles.map((role) => (
              <Tag key={role}>{ROLES[role]}</Tag>
            ))}
            <Small>{[place.name, place.home].filter(Boolean).join(' ')}</Small>
          </Row>
          <Small>{`邻居看到的您：${place.label}`}</Small>
        </>
      )}
    </Stack>
  </Card>
)
