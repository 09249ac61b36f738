import { LogoutOutlined } from '@ant-design/icons'
import { Button, Flex, Layout, Menu, Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { call } from '../api/client'
import { queryClient } from '../api/queries'
import { dropSession } from '../api/session'
import { useMe } from '../session/me'
import { ROOMS } from './rooms'

async function leave(): Promise<void> {
  await call('people.signOut').catch(() => undefined)
  dropSession()
  queryClient.clear()
}

/** The desk around each page: rooms on the left, who one is above. */
export function Frame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const { me, place } = useMe()
  const rooms = ROOMS.filter(({ isFor }) => place && isFor(place.can))
  const current = rooms.find(({ key }) => pathname.startsWith(key))
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Sider width={208} style={{ borderRight: '1px solid #e7e2da' }}>
        <Typography.Title level={4} style={{ padding: '20px 24px 8px', margin: 0 }}>
          议事厅
        </Typography.Title>
        <Menu
          mode="inline"
          selectedKeys={current ? [current.key] : []}
          items={rooms.map(({ key, label, icon }) => ({ key, label, icon }))}
          onClick={({ key }) => navigate(key)}
          style={{ borderInlineEnd: 'none' }}
        />
      </Layout.Sider>
      <Layout>
        <Layout.Header style={{ borderBottom: '1px solid #e7e2da', padding: '0 24px' }}>
          <Flex align="center" justify="space-between" style={{ height: '100%' }}>
            <Typography.Text strong>{place?.name}</Typography.Text>
            <Flex align="center" gap={12}>
              {me?.demo && <Tag>演示</Tag>}
              <Typography.Text>{me ? `${me.name} · ${place?.label ?? ''}` : ''}</Typography.Text>
              <Button icon={<LogoutOutlined />} onClick={leave}>
                退出
              </Button>
            </Flex>
          </Flex>
        </Layout.Header>
        <Layout.Content style={{ padding: 24 }}>{children}</Layout.Content>
      </Layout>
    </Layout>
  )
}
