import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { formatReviewPlace, goReview, PILES, type Pile } from './place.ts'
import style from './reviews.module.css'

export type Counts = Record<Pile, number | undefined>

/** The piles that one goes through, how much is in each, and the keys. */
export const PileHead = ({ pile: here, counts }: { pile: Pile; counts: Counts }) => (
  <div className={style.head}>
    <nav className={style.piles} aria-label={t('reviews.pile')}>
      {PILES.map(pile => {
        const count = counts[pile]
        return (
          <a
            key={pile}
            className={style.pile}
            href={formatReviewPlace({ pile })}
            aria-current={pile === here ? 'page' : undefined}
            onClick={plainly(() => goReview({ pile }))}
          >
            {t(`reviews.pile.${pile}`)}
            {count !== undefined && <span className={style.count}>{count}</span>}
          </a>
        )
      })}
    </nav>
    <p className={style.keys}>{t(here === 'judge' ? 'reviews.keys-judge' : 'reviews.keys')}</p>
  </div>
)
