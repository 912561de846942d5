import { useLetter } from '../data/letters-about.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import card from '../pane/card.module.css'
import { Deliveries } from './deliveries.tsx'
import { Counts } from './letter-card.tsx'
import { LetterHead, LetterWords } from './letter-parts.tsx'
import style from './letters.module.css'

/** One letter wholly: what it says, to whom it went, and who has received it. */
export function LetterSheet({ id, now }: { id: string; now: number }) {
  const { data, error, refetch } = useLetter(id)
  if (!data) return error ? <Failed title={t('letters.no-such')} error={error} onRetry={refetch} /> : <Loading />
  return (
    <>
      <LetterHead letter={data} now={now} />
      <div className={style.body}>
        <p className={card.line}>
          <Counts row={data} />
        </p>
        <LetterWords letter={data} />
        <Deliveries letter={data} now={now} />
      </div>
    </>
  )
}
