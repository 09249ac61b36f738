import Taro from '@tarojs/taro'
import { decide } from '@yishiting/domain/owners/decide'
import { parseTotals } from '@yishiting/domain/owners/parse-totals'
import { THRESHOLDS } from '@yishiting/domain/owners/thresholds'
import type { Totals } from '@yishiting/domain/owners/totals'
import { useState } from 'react'
import { Button, Card, Choice, Field, Heading, PageFrame, Small, Stack, Switch, toast } from '@/ui'
import { Fold } from '../fold'
import { Answer } from './answer'
import {
  EMPTY_NOTICE,
  EXAMPLE,
  FIGURE_LABELS,
  FIGURES,
  fieldOf,
  KIND_OPTIONS,
  type Notice,
  PERCENT_LABELS,
  PERCENTS,
  rawTotals,
  SIDES,
  type Side,
} from './figures'
import { SideFields } from './side-fields'

const UNITS = { people: '人数', area: '面积（㎡）' }
const SHARES = { people: '人数 %', area: '面积 %' }

interface Wrong {
  field: string
  message: string
}
const errorsAt = (wrong: Wrong | null, name: string): Partial<Record<Side, string>> =>
  Object.fromEntries(
    SIDES.filter((side) => wrong?.field === `${name}.${side}`).map((side) => [side, wrong?.message]),
  )

/** 算一算: the figures of any published notice, counted by the same engine as the hall's own votes. Nothing leaves the phone. */
export function CalculatePage() {
  const [notice, setNotice] = useState<Notice>(EMPTY_NOTICE)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [found, setFound] = useState<{ notice: Notice; totals: Totals } | null>(null)
  const { countsArea } = THRESHOLDS[notice.kind]
  const sides = countsArea ? SIDES : (['people'] as const)
  const change = (part: Partial<Notice>) => {
    setNotice({ ...notice, ...part })
    // An answer to other figures than those on the screen would be a wrong answer.
    setFound(null)
  }
  const calculate = () => {
    const read = parseTotals(rawTotals(notice))
    if (!read.ok) {
      const message = read.refusal.message.replace(/^[\w.]+：/, '')
      setWrong({ field: fieldOf(String(read.refusal.details?.field ?? '')), message })
      setFound(null)
      return toast(message, 'late')
    }
    setWrong(null)
    setFound({ notice, totals: read.value })
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return (
    <PageFrame
      title="算一算"
      actions={
        <Button id="calc-go" onPress={calculate}>
          算一算
        </Button>
      }
    >
      {found ? (
        <Answer notice={found.notice} totals={found.totals} outcome={decide(found.totals)} />
      ) : (
        <Card tight>
          <Stack gap={1}>
            <Small>
              把公告上的数字照着填进来，看看按民法典算不算通过。没写的就空着。数字只在这台手机里算，不会传出去。
            </Small>
            <Button id="calc-example" kind="plain" small onPress={() => change(EXAMPLE)}>
              填一个例子看看
            </Button>
          </Stack>
        </Card>
      )}
      <Field label="是哪一种">
        <Choice
          id="calc-kind"
          label="是哪一种"
          options={KIND_OPTIONS}
          value={notice.kind}
          onChange={(kind) => change({ kind })}
        />
      </Field>
      <Heading>公告上的数字</Heading>
      {FIGURES.map((name) => (
        <SideFields
          key={name}
          id={`calc-${name}`}
          label={FIGURE_LABELS[name]}
          sides={sides}
          units={UNITS}
          values={{
            people: notice.figures[`${name}.people`] ?? '',
            area: notice.figures[`${name}.area`] ?? '',
          }}
          errors={errorsAt(wrong, name)}
          onChange={(side, text) => change({ figures: { ...notice.figures, [`${name}.${side}`]: text } })}
        />
      ))}
      <Switch
        id="calc-invalid-counts"
        label="废票算参加表决"
        sub="公告里写了才算；没写就不算"
        checked={notice.invalidParticipates}
        onChange={(invalidParticipates) => change({ invalidParticipates })}
      />
      <Fold id="calc-percents-open" title="核对印的百分数" aside="可以不填">
        <Stack>
          {PERCENTS.map((name) => (
            <SideFields
              key={name}
              id={`calc-percent-${name}`}
              label={PERCENT_LABELS[name]}
              sides={sides}
              units={SHARES}
              values={{
                people: notice.percents[`${name}.people`] ?? '',
                area: notice.percents[`${name}.area`] ?? '',
              }}
              onChange={(side, text) =>
                change({ percents: { ...notice.percents, [`${name}.${side}`]: text } })
              }
            />
          ))}
        </Stack>
      </Fold>
      <Button id="calc-clear" kind="quiet" onPress={() => change(EMPTY_NOTICE)}>
        清空
      </Button>
    </PageFrame>
  )
}
