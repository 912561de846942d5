import style from './charts.module.css'

const WIDTH = 100

type BarProps = {
  /** 0 … 1 of the longest. */
  share: number
  /** Where it was before, 0 … 1 of the longest. */
  before?: number
  tone?: 'negative' | 'neutral' | 'positive'
}

/** A number as a length, with a tick where it was; the words beside it say both. */
export const BarMark = ({ share, before, tone }: BarProps) => (
  <svg className={style.bar} viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
    <rect className={style.track} width={WIDTH} height="6" rx="1" />
    <rect className={tone ? style[tone] : style.fill} width={clamped(share) * WIDTH} height="6" rx="1" />
    {before !== undefined && (
      <rect className={style.beforeTick} x={Math.min(WIDTH - 0.8, clamped(before) * WIDTH)} width="0.8" height="6" />
    )}
  </svg>
)

const clamped = (share: number) => Math.max(0, Math.min(1, share))

type LayersProps = { negative: number; neutral: number; positive: number; of: number }

/** A whole in its three parts, the negative one first. */
export function LayersMark({ negative, neutral, positive, of }: LayersProps) {
  const unit = of === 0 ? 0 : WIDTH / of
  return (
    <svg className={style.bar} viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={style.negative} width={negative * unit} height="6" />
      <rect className={style.neutral} x={negative * unit} width={neutral * unit} height="6" />
      <rect className={style.positive} x={(negative + neutral) * unit} width={positive * unit} height="6" />
    </svg>
  )
}
