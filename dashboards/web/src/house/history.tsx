import type { RevisionList } from '@huiyin/schemas/api-settings.ts'
import type { SettingName } from '@huiyin/schemas/setting.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { slowly } from '../form/busy.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { ago, exactTime } from '../time.ts'
import { ChangeList } from './change-list.tsx'
import style from './house.module.css'
import type { Kept, Kind } from './kind.ts'
import { changesOfRevision, valueOfRevision } from './revision.ts'
import { useRestore, useRevision, useRevisions, useWasSaved } from './settings-data.ts'
import { changesOf } from './shape/changes.ts'
import { Told } from './shape/told.tsx'
import { wrongIn } from './shape/wrong.ts'

type HistoryProps = { kind: Kind; what: SettingName; kept: Kept; mayChange: boolean; now: number }

/** Who changed it when, and what became other. */
export function History({ kind, what, kept, mayChange, now }: HistoryProps) {
  const id = kept.revised ?? kept.id
  const ever = useWasSaved(what, id)
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useRevisions(
    what,
    id,
    ever.data === true
  )
  if (ever.error) return <Failed title={t('house.failed')} error={ever.error} onRetry={ever.refetch} />
  if (ever.data === false) return <p className={style.hint}>{t('house.never-saved')}</p>
  if (isPending) return <Loading />
  if (!data) return <Failed title={t('house.failed')} error={error} onRetry={refetch} />
  const rows = data.pages.flatMap(page => page.rows)
  return (
    <>
      <ol className={style.revisions}>
        {rows.map((row, i) => (
          <Revision
            key={row.n}
            of={{ kind, what, id }}
            row={row}
            current={kept}
            isNewest={i === 0}
            mayChange={mayChange}
            now={now}
          />
        ))}
      </ol>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  )
}

type Of = { kind: Kind; what: SettingName; id: string }
type RevisionProps = {
  of: Of
  row: RevisionList['rows'][number]
  current: Kept
  isNewest: boolean
  mayChange: boolean
  now: number
}

function Revision({ of, row, current, isNewest, mayChange, now }: RevisionProps) {
  const [open, setOpen] = useState(false)
  const { n, at, by, how, changes, more, of: restored } = row
  return (
    <li data-revision={n}>
      <p className={style.line}>
        <strong>{t('house.revision', { n })}</strong>
        <span>{by.name}</span>
        <span>{restored === undefined ? t(`house.how.${how}`) : t('house.how-of', { n: restored })}</span>
        <span className={style.when} title={exactTime(at)}>
          {ago(at, now)}
        </span>
        <Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'house.hide' : 'house.look')}
        </Button>
      </p>
      {changes.length > 0 && (
        <ChangeList shape={of.kind.shape} changes={changesOfRevision(of.kind, changes)} more={more} now={now} />
      )}
      {open && <Was of={of} n={n} current={current} mayRestore={mayChange && !isNewest} now={now} />}
    </li>
  )
}

type WasProps = { of: Of; n: number; current: Kept; mayRestore: boolean; now: number }

/** A setting as it was, and what taking it up again would change. */
function Was({ of: { kind, what, id }, n, current, mayRestore, now }: WasProps) {
  const { data, error, isPending, refetch } = useRevision(what, id, n)
  const restore = useRestore(what, id)
  if (isPending) return <Loading />
  if (!data) return <Failed error={error} onRetry={refetch} />
  const value = valueOfRevision(kind, data.value)
  const wrong = wrongIn(restore.error)
  return (
    <div className={style.was}>
      {value === null ? <p>{t('house.was-removed')}</p> : <Told shape={kind.shape} value={value} now={now} />}
      {mayRestore && value !== null && (
        <>
          <h3>{t('house.restore-changes')}</h3>
          <ChangeList shape={kind.shape} changes={changesOf(current.value, value)} now={now} />
        </>
      )}
      {restore.error && (
        <Alert
          type="error"
          showIcon
          title={problemWords(restore.error)}
          description={wrong.map(({ words }) => words).join(' ')}
        />
      )}
      {restore.isSuccess && <Alert type="success" showIcon title={t('house.restored', { n })} />}
      {mayRestore && !restore.isSuccess && (
        <Button loading={slowly(restore.isPending)} onClick={() => restore.mutate(n)}>
          {t('house.restore')}
        </Button>
      )}
    </div>
  )
}
