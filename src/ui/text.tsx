import { Text as TaroText, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { names } from './class-names'
import type { Tone } from './rooms'
import './text.scss'

export interface TextProps {
  tone?: Tone
  /** Overdue and the like: red and heavier. The words must say it too. */
  late?: boolean
  strong?: boolean
  center?: boolean
  /** At most so many lines, then an ellipsis. */
  clamp?: 1 | 2 | 3
  children?: ReactNode
}

const look = (size: string, { tone, late, strong, center, clamp }: TextProps): string =>
  names(
    'text',
    `text--${size}`,
    tone && `text--tone-${tone}`,
    late && 'text--late',
    strong && 'text--strong',
    center && 'text--center',
    clamp && `text--clamp-${clamp}`,
  )

/** What a card or a page is about. */
export const Title = ({ big, ...props }: TextProps & { big?: boolean }) => (
  <View className={look(big ? 'title-big' : 'title', props)} {...aria({ role: 'heading' })}>
    {props.children}
  </View>
)

export const Body = (props: TextProps) => <View className={look('body', props)}>{props.children}</View>

/** What may be read second. */
export const Small = (props: TextProps) => <View className={look('small', props)}>{props.children}</View>

/** A figure inside a sentence: tabular, so that columns of them line up. */
export const Num = ({ tone, late, children }: Pick<TextProps, 'tone' | 'late' | 'children'>) => (
  <TaroText className={names('num', tone && `text--tone-${tone}`, late && 'text--late')}>{children}</TaroText>
)
