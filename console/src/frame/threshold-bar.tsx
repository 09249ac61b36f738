import { Typography } from 'antd'

interface Props {
  label: string
  /** Hundredths of a percent, for the drawing only. */
  share: number
  /** Where the mark stands, in the same unit, and what it means. */
  mark: number
  markWords: string
  words: string
}

const HEIGHT = 14
const percent = (share: number): string => `${Math.min(share, 10_000) / 100}%`

/** A threshold is drawn, not told: how far it has come, with the mark that it must reach. */
export function ThresholdBar({ label, share, mark, markWords, words }: Props) {
  return (
    <div>
      <Typography.Text strong>{label}</Typography.Text>
      <div
        role="img"
        aria-label={`${label}，${words}`}
        style={{
          position: 'relative',
          height: HEIGHT,
          margin: '8px 0 20px',
          background: '#f1ede6',
          borderRadius: 7,
        }}
      >
        <div style={{ width: percent(share), height: HEIGHT, background: '#2b66a8', borderRadius: 7 }} />
        <div
          style={{
            position: 'absolute',
            left: percent(mark),
            top: -4,
            height: HEIGHT + 8,
            borderLeft: '2px solid #1f2328',
          }}
        />
        <div
          style={{
            position: 'absolute',
            left: percent(mark),
            top: HEIGHT + 4,
            transform: 'translateX(-50%)',
            fontSize: 12,
          }}
        >
          {markWords}
        </div>
      </div>
      <Typography.Text type="secondary">{words}</Typography.Text>
    </div>
  )
}
