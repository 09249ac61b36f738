import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { Body, Button, Card, Heading, Notice, Small, Stack, Title } from '@/ui'
import { windowWords } from '../vote-words'
import { STEP_TITLES, type Step, stepOfField } from './steps'

interface PreviewStepProps {
  vote: VoteView
  now: Instant
  onStep(step: Step): void
}

/** What stands in the way, each with the way there; then the notice as every owner will read it. */
export function PreviewStep({ vote, now, onStep }: PreviewStepProps) {
  return (
    <>
      {vote.problems.length > 0 && (
        <>
          <Notice tone="warn" title={`还有 ${vote.problems.length} 处要改，才能公告`} />
          {vote.problems.map(({ field, message }, at) => {
            const step = stepOfField(field)
            return (
              <Card key={`${field} ${message}`} tight>
                <Stack gap={2}>
                  <Body>{message}</Body>
                  <Button id={`problem-${at}`} kind="plain" small onPress={() => onStep(step)}>
                    {`去改“${STEP_TITLES[step]}”`}
                  </Button>
                </Stack>
              </Card>
            )
          })}
        </>
      )}
      <Heading>业主会看到</Heading>
      <Card>
        <Stack>
          <Title big>{vote.title}</Title>
          <Body strong>{windowWords(vote, now)}</Body>
          {vote.why && <Body>{vote.why}</Body>}
          {vote.contact && <Small>{`不明白的问：${vote.contact}`}</Small>}
        </Stack>
      </Card>
      {vote.items.map((item, at) => (
        <Card key={item.id}>
          <Stack gap={2}>
            <Title>{`${at + 1}. ${item.title}`}</Title>
            {item.options.map((option) => (
              <Body key={option.id}>{`· ${option.title}`}</Body>
            ))}
            {item.body && <Body>{item.body}</Body>}
            <Small>{item.passesWhen}</Small>
          </Stack>
        </Card>
      ))}
      <Card>
        <Stack gap={2}>
          <Title>怎么算</Title>
          {vote.rulesInWords.map((words) => (
            <Body key={words}>{words}</Body>
          ))}
        </Stack>
      </Card>
    </>
  )
}
