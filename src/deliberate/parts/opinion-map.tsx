import type { ResponseOf } from '@yishiting/domain/contract'
import { useState } from 'react'
import { Body, Button, Card, EmptyState, Heading, ResultBars, Small, Stack, Tag, Title, View } from '@/ui'
import './opinion-map.scss'

type Map = ResponseOf<'deliberate.opinionMap'>
type Line = Map['lines'][number]

const LETTERS = ['甲', '乙', '丙', '丁', '戊']
export const groupName = (index: number): string => `${LETTERS[index] ?? index + 1}组`

/** Most agree, in every group: so many per mille at least. */
const SHARED = 600
const SHOWN = 5

/** Where two groups differ most, per mille of agreement. */
function parting({ byGroup }: Line): number {
  const shares = byGroup.map(({ agree, disagree, pass }) => {
    const all = agree + disagree + pass
    return all === 0 ? 0 : (1000 * agree) / all
  })
  return shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares)
}

const answered = ({ agree, disagree, pass }: Line): number => agree + disagree + pass

function Statement({ line }: { line: Line }) {
  return (
    <Stack gap={1}>
      <Body strong>{line.text}</Body>
      <ResultBars
        unit="人"
        rows={[
          { label: '同意', count: line.agree },
          { label: '不同意', count: line.disagree },
          { label: '跳过', count: line.pass },
        ]}
        note={
          line.byGroup.length > 1
            ? line.byGroup
                .map(
                  ({ agree, disagree, pass }, index) =>
                    `${groupName(index)} ${agree}／${agree + disagree + pass} 同意`,
                )
                .join('　')
            : undefined
        }
      />
    </Stack>
  )
}

/** Dots for neighbours who answered enough: those who answer alike lie close. Nobody can tell who a dot is but his own. */
function Plane({ map }: { map: Map }) {
  const all = [...map.dots, ...(map.me ? [map.me] : [])]
  const reach = Math.max(1, ...all.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))
  const at = ({ x, y }: { x: number; y: number }) => ({
    left: `${50 + (44 * x) / reach}%`,
    top: `${50 - (44 * y) / reach}%`,
  })
  return (
    <View className="opinion-map">
      {map.dots.map((dot, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nobody
          key={index}
          className={`opinion-map__dot opinion-map__dot--${dot.group}`}
          style={at(dot)}
        />
      ))}
      {map.groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the order of size
        <View key={index} className="opinion-map__name" style={at(group)}>
          {`${groupName(index)} ${group.size} 人`}
        </View>
      ))}
      {map.me && (
        <View className="opinion-map__me" style={at(map.me)}>
          {'您'}
        </View>
      )}
    </View>
  )
}

/** 意见地图: first what most groups share, then where they part, then who answers alike. */
export function OpinionMap({ map }: { map: Map }) {
  const [isHow, setIsHow] = useState(false)
  const lines = map.lines.filter((line) => answered(line) >= SHOWN)
  const shared = lines
    .filter(({ consensus }) => consensus >= SHARED)
    .sort((a, b) => b.consensus - a.consensus)
  const parted = lines.filter((line) => parting(line) >= 300).sort((a, b) => parting(b) - parting(a))
  if (map.people < SHOWN)
    return <EmptyState title="人还不够" text="五个人以上表了态才画得出来，少了能猜到是谁。" />
  return (
    <Stack gap={4}>
      <Small>{`${map.people} 人，${map.statements} 条看法，${map.answers} 次表态`}</Small>
      <Heading>大家都同意</Heading>
      {shared.length === 0 && <Small>还没有各组都过六成同意的看法。</Small>}
      {shared.slice(0, SHOWN).map((line) => (
        <Card key={line.id}>
          <Statement line={line} />
        </Card>
      ))}
      {map.groups.length > 1 && (
        <>
          <Heading>想法不一样的地方</Heading>
          {parted.length === 0 && <Small>各组想法差不多。</Small>}
          {parted.slice(0, SHOWN).map((line) => (
            <Card key={line.id}>
              <Statement line={line} />
            </Card>
          ))}
          <Heading aside={`${map.groups.length} 组`}>谁和谁想得近</Heading>
          <Plane map={map} />
          {map.groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the order of size
            <Card key={index}>
              <Stack gap={2}>
                <Title>{`${groupName(index)}：${group.size} 人`}</Title>
                {map.mine === index && <Tag tone="deliberate">您在这一组</Tag>}
                {group.speaksBy.map((id) => {
                  const line = map.lines.find((each) => each.id === id)
                  const own = line?.byGroup[index]
                  if (!line || !own) return null
                  const side = own.agree >= own.disagree ? '多数同意' : '多数不同意'
                  return <Body key={id}>{`${side}：${line.text}`}</Body>
                })}
              </Stack>
            </Card>
          ))}
        </>
      )}
      <Button id="how" kind="quiet" onPress={() => setIsHow(!isHow)}>
        这张图怎么算出来的？
      </Button>
      {isHow && (
        <Card>
          <Stack gap={2}>
            <Body>把每个人对每条看法的回答（同意 1、不同意 −1、跳过 0）排成一张表，没答的按平均算。</Body>
            <Body>
              用主成分分析找出大家最不一样的两个方向，把每个人放到平面上：答得像的挨得近。答得少的人往外推，不让他停在中间。
            </Body>
            <Body>再用 k 均值分组，分两组到五组里挑分得最清楚的；不到五个人的组不显示，也不画点。</Body>
            <Body>
              “大家都同意”看的是同意最少的那一组有多少人同意，不是看总数：人多的一组不能替人少的一组说话。
            </Body>
            <Small>方法是公开发表的（Polis，Small 等 2021）；同样的回答每次算出来都一样。</Small>
          </Stack>
        </Card>
      )}
    </Stack>
  )
}
