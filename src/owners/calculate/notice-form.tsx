import { THRESHOLDS } from '@yishiting/domain/owners/thresholds'
import { Button, Choice, Field, Heading, Small, Stack, Switch } from '@/ui'
import { Fold } from '../fold'
import { FigurePair } from './figure-pair'
import { EXAMPLE, type FigureName, isEmpty, type NoticeForm, type Read, SHARES, type Side } from './notice'
import { FIGURE_NAMES, KINDS, MEETING_NAMES, SHARE_NAMES } from './words'

const MAIN: readonly FigureName[] = ['roll', 'participating', 'agree']
const MORE: readonly FigureName[] = ['against', 'abstain', 'invalid', 'deliveredNotVoted']
const FIGURE_ASKS = { people: '多少人', area: '多少平方米' }
const PERCENT_ASKS = { people: '人数 %', area: '面积 %' }

interface NoticeFormProps {
  form: NoticeForm
  errors: Read['errors']
  onChange(form: NoticeForm): void
}

/** A notice's figures, copied out as they are printed; whatever it does not say stays empty. */
export function NoticeFigures({ form, errors, onChange }: NoticeFormProps) {
  const { countsArea } = THRESHOLDS[form.kind]
  const errorsAt = (field: string): Partial<Record<Side, string>> => ({
    people: errors[`${field}.people`],
    area: errors[`${field}.area`],
  })
  const figure = (name: FigureName) => (
    <FigurePair
      key={name}
      id={`calc-${name}`}
      label={(countsArea ? undefined : MEETING_NAMES[name]) ?? FIGURE_NAMES[name]}
      value={form.figures[name]}
      asks={FIGURE_ASKS}
      hasArea={countsArea}
      errors={errorsAt(name)}
      onChange={(typed) => onChange({ ...form, figures: { ...form.figures, [name]: typed } })}
    />
  )
  return (
    <>
      <Small>照公告上写的填。没写的空着就行，算得出来的照样算。填的数不会传出去，只在这台手机上算。</Small>
      {isEmpty(form) && (
        <Button id="calc-example" kind="plain" onPress={() => onChange(EXAMPLE)}>
          先看一个例子
        </Button>
      )}
      <Field label="表决的是什么事？" hint="选人、选方案：一位一位（一个一个）算，按一般事项">
        <Choice
          id="calc-kind"
          label="表决的是什么事？"
          options={KINDS}
          value={form.kind}
          onChange={(kind) => onChange({ ...form, kind })}
        />
      </Field>
      <Heading>公告上的数</Heading>
      {MAIN.map(figure)}
      <Heading>公告上的百分比</Heading>
      {SHARES.map((share) => (
        <FigurePair
          key={share}
          id={`calc-percent-${share}`}
          label={SHARE_NAMES[share]}
          value={form.percents[share]}
          asks={PERCENT_ASKS}
          hasArea={countsArea}
          errors={errorsAt(`percent.${share}`)}
          onChange={(typed) => onChange({ ...form, percents: { ...form.percents, [share]: typed } })}
        />
      ))}
      <Fold id="calc-more" title="还有别的数" aside="不同意、弃权、废票" open={MORE.some(isFilled(form))}>
        <Stack>
          {MORE.map(figure)}
          <Switch
            id="calc-invalid"
            label="废票算参加表决"
            sub="公告的规则这样写了才打开"
            checked={form.invalidParticipates}
            onChange={(invalidParticipates) => onChange({ ...form, invalidParticipates })}
          />
          <Switch
            id="calc-join"
            label="送达了没投的，计入多数一方"
            sub="议事规则和公告都写明了才打开"
            checked={form.nonVotersJoin}
            onChange={(nonVotersJoin) => onChange({ ...form, nonVotersJoin })}
          />
        </Stack>
      </Fold>
    </>
  )
}

const isFilled =
  ({ figures }: NoticeForm) =>
  (name: FigureName): boolean =>
    figures[name].people !== '' || figures[name].area !== ''
