import { useMemo } from 'react'
import { differences, type Piece } from '../../differences.ts'
import { t } from '../../language.ts'
import style from './reply.module.css'

type CompareProps = {
  before: { name: string; text: string }
  after: { name: string; text: string }
  /** What somebody said of the first. */
  remark?: string | undefined
}

/** Two texts side by side, one below the other where there is no room: what was taken out, and what was put in. */
export function Compare({ before, after, remark }: CompareProps) {
  const pieces = useMemo(() => differences(before.text, after.text), [before.text, after.text])
  const alike = pieces.every(({ kind }) => kind === 'same')
  return (
    <section className={style.compare} aria-label={t('compare.title')}>
      {remark !== undefined && <p className={style.remark}>{remark}</p>}
      <div className={style.sides}>
        <Side name={before.name} pieces={pieces} shows="gone" />
        <Side name={alike ? `${after.name} · ${t('compare.same')}` : after.name} pieces={pieces} shows="new" />
      </div>
    </section>
  )
}

type SideProps = { name: string; pieces: readonly Piece[]; shows: 'gone' | 'new' }

const Side = ({ name, pieces, shows }: SideProps) => (
  <div className={style.side}>
    <h4>{name}</h4>
    <p>
      {pieces.map(({ kind, text }, at) => {
        if (kind !== 'same' && kind !== shows) return null
        if (kind === 'same') return text
        const Mark = kind === 'gone' ? 'del' : 'ins'
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
        return <Mark key={at}>{text}</Mark>
      })}
    </p>
  </div>
)
