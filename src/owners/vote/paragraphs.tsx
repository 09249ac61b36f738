import { Body, Stack } from '@/ui'

/** A long text as it was written, a paragraph for each line. */
export const Paragraphs = ({ text }: { text: string }) => (
  <Stack gap={2}>
    {text
      .split(/\n+/)
      .filter(Boolean)
      .map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that was frozen with the notice.
        <Body key={at}>{line}</Body>
      ))}
  </Stack>
)
