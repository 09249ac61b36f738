import type { RollView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { Heading, Timeline } from '@/ui'

const SHOWN = 10

/** Every version of the roll, the newest first: nothing in it changes without a reason. */
export function RollVersions({ versions, now }: { versions: RollView['versions']; now: Instant }) {
  if (versions.length === 0) return null
  const newest = [...versions].sort((one, other) => other.version - one.version).slice(0, SHOWN)
  return (
    <>
      <Heading aside={`共 ${versions.length} 版`}>改过什么</Heading>
      <Timeline
        items={newest.map(({ version, kind, at, reason, sourceName }) => ({
          key: String(version),
          text: `第 ${version} 版 · ${kind === 'import' ? '导入' : '更正'} · ${speakTime(Date.parse(at), now)}`,
          sub: [reason, sourceName].filter(Boolean).join(' · '),
        }))}
      />
    </>
  )
}
