import type { ArchiveView } from '@huiyin/schemas/api-archives.ts'
import type { ArchiveKind } from '@huiyin/schemas/archive-kind.ts'
import { Alert, Button } from 'antd'
import { isMaking, useMakeArchive } from '../data/archives.ts'
import { useMay } from '../data/may.ts'
import { slowly } from '../form/busy.ts'
import { known, t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { SheetHead } from '../pane/sheet-head.tsx'
import { problemWords } from '../problem-words.ts'
import style from './archives.module.css'
import { Destruction } from './destruction.tsx'
import { Download } from './download.tsx'
import { SealPart } from './seal-part.tsx'
import { sizeOf, standingOf, termWords } from './standing.ts'

type SheetProps = { row: ArchiveView; now: number; onClose: () => void }

/** One archive: its seal and proof, the folder to take out, and its end. */
export function ArchiveSheet({ row, now, onClose }: SheetProps) {
  const { title, by, rows, seal, failed } = row
  const { words, tone } = standingOf(row)
  return (
    <>
      <SheetHead title={title} lang="zh" back={t('archive.back')} onClose={onClose}>
        <p className={style.facts}>
          <ToneMark tone={tone}>{words}</ToneMark>
          <span>{t('archive.rows', { count: (seal?.rows ?? rows).toLocaleString('en') })}</span>
          {seal && (
            <span>{t('archive.files', { count: seal.files.toLocaleString('en'), size: sizeOf(seal.bytes) })}</span>
          )}
          <span className={row.isOver ? style.soon : undefined}>{termWords(row)}</span>
          <span>{t('archive.by', { who: by.name })}</span>
        </p>
        {row.state === 'sealed' && <Download row={row} />}
      </SheetHead>
      <div className={style.body}>
        {isMaking(row) && <Making row={row} />}
        {failed && !seal && <NotMade row={row} />}
        {seal && <SealPart row={row} now={now} />}
        {row.kind !== 'inspection' && seal && <Destruction row={row} now={now} />}
      </div>
    </>
  )
}

const Making = ({ row: { done, rows } }: { row: ArchiveView }) => (
  <section className={style.making} aria-label={t('archive.making')}>
    <progress className={style.progress} value={done} max={1} aria-label={t('archive.making')} />
    <p role="status">
      {Math.floor(done * 100)}% · {t('archive.rows-so-far', { count: rows.toLocaleString('en') })}
    </p>
    <p className={style.hint}>{t('archive.making-hint')}</p>
  </section>
)

/** Asked for again it begins anew. */
function NotMade({ row: { failed, kind, year, from, to, accounts } }: { row: ArchiveView }) {
  const again = useMakeArchive()
  const makes = useMay()('archive.make')
  const { code, message } = failed!
  const asked =
    kind === 'inspection' ? { from, to, ...(accounts && { accounts }) } : { kind: kind as ArchiveKind, year: year! }
  return (
    <section className={style.making} role="alert">
      <p>
        <strong>{t('archive.not-made')}</strong> {known(`problem.${code}`, { detail: message })}
      </p>
      <p className={style.hint}>{message}</p>
      {again.error && <Alert type="error" showIcon title={problemWords(again.error)} />}
      {makes && (
        <p>
          <Button type="primary" loading={slowly(again.isPending)} onClick={() => again.mutate(asked)}>
            {t('archive.again')}
          </Button>
        </p>
      )}
    </section>
  )
}
