import { Button } from 'antd'
import { useSecondsTo } from '../data/server-time.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './reviews.module.css'
import type { Deciding } from './use-deciding.ts'

/** What one decided last, and that it can be taken back for a moment. */
export function UndoLine({ deciding, onTakeBack }: { deciding: Deciding; onTakeBack: () => void }) {
  const { last, undoing, failed } = deciding
  const seconds = useSecondsTo(last?.view.undo?.until)
  if (!last || (seconds === 0 && failed === undefined)) return null
  return (
    <p className={style.undo}>
      <span role="status">
        {last.words} · {last.view.number}
      </span>
      {seconds > 0 && (
        <Button size="small" type="link" aria-label={t('undo.do')} loading={slowly(undoing)} onClick={onTakeBack}>
          {t('undo.do')}
          <span aria-hidden="true">{t('undo.seconds', { seconds })}</span>
        </Button>
      )}
      {failed !== undefined && (
        <span className={style.late} role="alert">
          {problemWords(failed)}
        </span>
      )}
    </p>
  )
}
