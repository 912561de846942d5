import { useMemo, useState } from 'react'
import { differences, lengthOf, type Piece } from '../differences.ts'
import { t } from '../language.ts'
import type { Against } from './against.ts'
import style from './reviews.module.css'

/** A text beside what it was made of: what went is struck through, what came underlined. */
export function Comparison({ text, of }: { text: string; of: readonly Against[] }) {
  const [chosen, setChosen] = useState<Against['id']>()
  const against = of.find(({ id }) => id === chosen) ?? of[0]
  return (
    <section className={style.part} aria-label={t('reviews.against')}>
      <div className={style.partHead}>
        <h3>{t('reviews.against')}</h3>
        {of.length > 1 && (
          <span className={style.choices}>
            {of.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                className={style.choice}
                aria-pressed={id === against?.id}
                onClick={() => setChosen(id)}
              >
                {name}
              </button>
            ))}
          </span>
        )}
      </div>
      {against ? <Both before={against} text={text} /> : <p className={style.faint}>{t('reviews.against-none')}</p>}
    </section>
  )
}

function Both({ before: { name, text: before, note }, text }: { before: Against; text: string }) {
  const pieces = useMemo(() => differences(before, text), [before, text])
  const [gone, added] = [lengthOf(pieces, 'gone'), lengthOf(pieces, 'new')]
  return (
    <>
      {note && <p className={style.note}>{note}</p>}
      <p className={style.faint} role="status">
        {gone === 0 && added === 0 ? t('reviews.same') : t('reviews.changed', { gone, added })}
      </p>
      <div className={style.both}>
        <Side name={t('reviews.before', { name })} pieces={pieces} without="new" />
        <Side name={t('reviews.after')} pieces={pieces} without="gone" />
      </div>
    </>
  )
}

const Side = ({ name, pieces, without }: { name: string; pieces: readonly Piece[]; without: Piece['kind'] }) => (
  <figure className={style.side}>
    <figcaption>{name}</figcaption>
    <p>
      {pieces
        .filter(({ kind }) => kind !== without)
        .map(({ kind, text }, at) => {
          const key = `${at} ${kind}`
          if (kind === 'gone') return <del key={key}>{text}</del>
          if (kind === 'new') return <ins key={key}>{text}</ins>
          return <span key={key}>{text}</span>
        })}
    </p>
  </figure>
)
