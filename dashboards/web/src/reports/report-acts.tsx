import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import { Button } from 'antd'
import { useMay } from '../data/may.ts'
import { t } from '../language.ts'
import { clockTime, exactTime } from '../time.ts'
import { Files, Missing } from './files.tsx'
import { makerWords } from './maker-words.ts'
import style from './reports.module.css'

/** What is asked of who looks before it is done. */
export type Asking = 'correct' | 'send'

type ActsProps = { view: ReportView; now: number; asking: Asking | undefined; onAsk: (asking: Asking) => void }

/** Which revision it is, its files, and what one may do with it. */
export function ReportActs({ view, now, asking, onAsk }: ActsProps) {
  const may = useMay()
  const { document, revision, newest, by, madeAt, letters } = view
  return (
    <>
      <p className={style.facts}>
        <span lang="zh">{document.number}</span>
        {newest > 1 && <span>{t('report.revision-of', { n: revision, of: newest })}</span>}
        <span>{makerWords(by)}</span>
        <span title={exactTime(madeAt)}>{clockTime(madeAt, now)}</span>
        <span title={exactTime(document.asOf)}>{t('report.as-of', { at: clockTime(document.asOf, now) })}</span>
      </p>
      <div className={style.acts}>
        <Files view={view} />
        <span className={style.space} />
        {may('report.make') && revision === newest && (
          <Button disabled={asking !== undefined} onClick={() => onAsk('correct')}>
            {t('report.correct')}
          </Button>
        )}
        {may('report.send') && (
          <Button type="primary" disabled={asking !== undefined} onClick={() => onAsk('send')}>
            {t(letters.length > 0 ? 'report.send-again' : 'report.send')}
          </Button>
        )}
      </div>
      <Missing view={view} />
    </>
  )
}
