import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import { Button } from 'antd'
import { t } from '../language.ts'
import { CrossIcon } from '../marks/icons.tsx'
import { CommentSource } from './comment-source.tsx'
import style from './evidence.module.css'
import { FigureSource } from './figure-source.tsx'
import { distinctComments, distinctFigures } from './look-up.ts'
import type { Shown } from './shown.ts'

type EvidenceProps = {
  view: ReportView
  shown: Shown | undefined
  /** It stays until it is let go. */
  isHeld: boolean
  onLet: () => void
}

/** On what a sentence stands: figures with their definitions, and comments as they are stored. */
export function Evidence({ view, shown, isHeld, onLet }: EvidenceProps) {
  const cites = shown?.cites ?? []
  const [figures, comments] = [distinctFigures(cites), distinctComments(cites)]
  return (
    <aside className={style.box} aria-label={t('report.sources')} data-held={isHeld} data-empty={!shown}>
      <header className={style.head}>
        <h3>{t('report.sources')}</h3>
        <span className={style.hint}>
          {t(shown ? (isHeld ? 'report.held' : 'report.seen') : 'report.sources-hint')}
        </span>
        {isHeld && (
          <Button type="text" size="small" icon={<CrossIcon />} aria-label={t('report.let')} onClick={onLet} />
        )}
      </header>
      {shown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <section className={style.list} aria-label={t('report.sources')} tabIndex={0}>
          {figures.length > 0 && (
            <dl className={style.figures}>
              {figures.map((cite, at) => (
                <FigureSource
                  key={JSON.stringify(cite)}
                  cite={cite}
                  isDefined={figures[at - 1]?.figure === cite.figure}
                  document={view.document}
                />
              ))}
            </dl>
          )}
          {comments.length > 0 && (
            <ol className={style.comments}>
              {comments.map(({ comment }) => (
                <CommentSource key={comment} id={comment} document={view.document} />
              ))}
            </ol>
          )}
        </section>
      )}
    </aside>
  )
}
