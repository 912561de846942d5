import { Alert, Button } from 'antd'
import { slowly } from '../form/busy.ts'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { ReceiptMark } from './letter-card.tsx'
import { LetterHead, LetterWords } from './letter-parts.tsx'
import style from './letters.module.css'
import { useOwnLetters, useReceive } from './use-letters.ts'

/** A letter to whom looks, and the button by which they say that they received it. */
export function OwnSheet({ id, now }: { id: string; now: number }) {
  const { rows, isPending } = useOwnLetters(true)
  const receive = useReceive()
  const row = rows.find(one => one.id === id)
  if (!row) return isPending ? <Loading /> : <Notice title={t('letters.no-such')} hint={t('letters.no-such-hint')} />
  return (
    <>
      <LetterHead letter={row} now={now} />
      <div className={style.body}>
        {row.receipt && (
          <div className={style.acts}>
            {row.received ? (
              <ReceiptMark received />
            ) : (
              <Button type="primary" loading={slowly(receive.isPending)} onClick={() => receive.mutate(row.id)}>
                {t('letter.receive')}
              </Button>
            )}
          </div>
        )}
        {receive.error && <Alert type="error" showIcon title={problemWords(receive.error)} />}
        <LetterWords letter={row} />
      </div>
    </>
  )
}
