import { go, PAGES } from '@/session/go'
import { Badge, Icon, Press, View } from '@/ui'
import './bell.scss'

/** The way to the messages, and how many are unread. */
export const Bell = ({ unread }: { unread: number }) => (
  <Press
    id="inbox"
    className="bell"
    label={unread > 0 ? `消息，${unread} 条未读` : '消息'}
    onPress={() => go(PAGES.inbox())}
  >
    <Icon name="bell" />
    {unread > 0 && (
      <View className="bell__count">
        <Badge count={unread} />
      </View>
    )}
  </Press>
)
