import { type ReactNode, useState } from 'react'
import { Icon, names, Press, View } from '@/ui'
import './fold.scss'

interface FoldProps {
  id: string
  title: string
  aside?: string
  /** Unfolded from the beginning. */
  open?: boolean
  children: ReactNode
}

/** What one may want to read, folded up under its title. */
export function Fold({ id, title, aside, open = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(open)
  return (
    <View className="fold">
      <Press
        id={id}
        className="fold__head"
        label={`${title}，${isOpen ? '收起' : '展开'}`}
        onPress={() => setOpen(!isOpen)}
      >
        <View className="fold__title">{title}</View>
        {aside && <View className="fold__aside">{aside}</View>}
        <View className={names(isOpen && 'fold__mark--open')}>
          <Icon name="down" size="small" />
        </View>
      </Press>
      {isOpen && <View className="fold__inside">{children}</View>}
    </View>
  )
}
