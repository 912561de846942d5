import type { UserRow } from '@huiyin/schemas/user.ts'
import { usePeople } from '../data/people.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import { Bar, Pane } from '../pane/pane.tsx'
import style from './people.module.css'
import { PersonCard } from './person-card.tsx'
import { NEW, openPerson } from './place.ts'

const ORDER = { proposed: 0, active: 1, suspended: 2, left: 3 } as const

/** Who waits for somebody first; within that by name. */
const sorted = (rows: readonly UserRow[]) =>
  [...rows].sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.nickname.localeCompare(b.nickname, 'zh-CN'))

type PaneProps = { open: string | undefined; now: number; adds: boolean }

/** All who sign in, are proposed, or have left. */
export function PeoplePane({ open, now, adds }: PaneProps) {
  const { data, error, isPending, refetch } = usePeople(true)
  const rows = sorted(data ?? [])
  const here = rows.filter(({ state }) => state !== 'left')
  const left = rows.filter(({ state }) => state === 'left')
  const list = (of: readonly UserRow[]) => (
    <ol>
      {of.map(row => (
        <PersonCard key={row.id} row={row} open={row.id === open} now={now} />
      ))}
    </ol>
  )
  const adding = adds ? { words: t('people.propose'), onAdd: () => openPerson(NEW) } : undefined
  return (
    <Pane name={t('people')} head={<Bar summary={data && summary(data)} adding={adding} />}>
      {isPending && <Loading />}
      {error && !data && <Failed title={t('people.failed')} error={error} onRetry={refetch} />}
      {list(here)}
      {left.length > 0 && (
        <details className={style.left}>
          <summary>{t('people.left', { count: left.length })}</summary>
          {list(left)}
        </details>
      )}
    </Pane>
  )
}

function summary(rows: readonly UserRow[]): string {
  const of = (state: UserRow['state']) => rows.filter(row => row.state === state).length
  const [active, proposed] = [of('active'), of('proposed')]
  return t(proposed > 0 ? 'people.summary-proposed' : 'people.summary', { active, proposed })
}
